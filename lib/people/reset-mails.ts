import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mail, type staff } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import type { SecondFactorChangedProps } from '@/emails/second-factor-changed'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { newLink, RESET_MINUTES } from './links'

type Person = Pick<typeof staff.$inferSelect, 'id' | 'email' | 'locale'>

/** Mails a link to choose a new password. */
export async function mailReset(
  tx: Transaction,
  ctx: Context,
  person: Person,
): Promise<{ url: string; jobs: JobDraft[] }> {
  const { id: staffId, email: to, locale } = person
  const { id, url } = await newLink(tx, person, 'reset', ctx.now)
  const intent: MailIntent<'password-reset'> = {
    ...{ template: 'password-reset', to, locale, staffId },
    intentKey: `password-reset:${id}`,
    props: { url, minutes: RESET_MINUTES },
  }
  return { url, jobs: await queueMails(tx, ctx, [intent]) }
}

/** Tells the owner that the account has another password than before. */
export const mailChanged = (tx: Transaction, ctx: Context, { id, email: to, locale }: Person): Promise<JobDraft[]> => {
  const intent: MailIntent<'password-changed'> = {
    ...{ template: 'password-changed', to, locale, staffId: id },
    intentKey: `password-changed:${id}:${ctx.now.getTime()}`,
    props: { url: portalUrl(paths.forgotPassword(locale)) },
  }
  return queueMails(tx, ctx, [intent])
}

/** Tells the owner what has become of their second step of signing in. */
export const mailSecondFactor = (
  tx: Transaction,
  ctx: Context,
  { id, email: to, locale }: Person,
  now: SecondFactorChangedProps['now'],
): Promise<JobDraft[]> => {
  const intent: MailIntent<'second-factor-changed'> = {
    ...{ template: 'second-factor-changed', to, locale, staffId: id },
    intentKey: `second-factor-changed:${id}:${now}:${ctx.now.getTime()}`,
    props: { now, url: portalUrl(paths.account(locale)) },
  }
  return queueMails(tx, ctx, [intent])
}

/** Whoever types wrong passwords all day long sends the owner four letters; the sign-in page mails as many as asked for. */
const ONCE_MS = 6 * 3_600_000

/** Tells the owner that wrong passwords have closed the account, with a link that opens it. */
export async function mailLocked(
  tx: Transaction,
  ctx: Context,
  person: Person,
  { strangers }: { strangers: boolean },
): Promise<JobDraft[]> {
  const { id: staffId, email: to, locale } = person
  const intentKey = `sign-in-locked:${staffId}:${Math.floor(ctx.now.getTime() / ONCE_MS)}`
  const told = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.operatorId, ctx.actor.operatorId), eq(mail.intentKey, intentKey)))
  if (told.length > 0) return []
  const { url } = await newLink(tx, person, 'reset', ctx.now)
  const intent: MailIntent<'sign-in-locked'> = {
    ...{ template: 'sign-in-locked', to, locale, staffId, intentKey },
    props: { url, minutes: RESET_MINUTES, strangers },
  }
  return queueMails(tx, ctx, [intent])
}
