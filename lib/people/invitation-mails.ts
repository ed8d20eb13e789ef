import type { Transaction } from '@/db/client'
import type { staff } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { INVITATION_DAYS, newLink } from './links'

type Person = typeof staff.$inferSelect

/**
 * Mails a new link to somebody who has no password yet. Somebody who has one is told that they may work here now, or asked
 * whether they will.
 */
export async function invitePerson(
  tx: Transaction,
  ctx: Context,
  person: Person,
  template: 'staff-joined' | 'staff-offer' = 'staff-joined',
): Promise<{ url: string | undefined; jobs: JobDraft[] }> {
  const { id: staffId, email: to, locale } = person
  if (person.joinedAt !== null) {
    const mail: MailIntent<'staff-joined' | 'staff-offer'> = {
      ...{ template, to, locale, staffId },
      // Of two that come in the same minute, a button was pressed twice.
      intentKey: `${template}:${ctx.actor.operatorId}:${staffId}:${Math.floor(ctx.now.getTime() / 60_000)}`,
      props: { url: portalUrl(paths.admin(locale)), days: INVITATION_DAYS },
    }
    return { url: undefined, jobs: await queueMails(tx, ctx, [mail]) }
  }
  const link = await newLink(tx, person, 'invitation', ctx.now)
  const mail: MailIntent<'staff-invitation'> = {
    ...{ template: 'staff-invitation', to, locale, staffId },
    intentKey: `staff-invitation:${link.id}`,
    props: { url: link.url, days: INVITATION_DAYS },
  }
  return { url: link.url, jobs: await queueMails(tx, ctx, [mail]) }
}
