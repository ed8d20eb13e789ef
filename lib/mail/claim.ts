import { and, eq, lte } from 'drizzle-orm'
import { inScope, type Transaction } from '@/db/client'
import { mail } from '@/db/schema'
import { type EmailName, portalName } from '@/emails'
import { INSTALLATION } from '@/lib/core/actor'
import { getDatabase } from '@/lib/core/database'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { localDate } from '@/lib/core/zoned'
import { getEnv } from '@/lib/env'
import { errorFields, log } from '@/lib/log'
import { enqueueJobs } from '@/lib/jobs/enqueue'
import { getOperator } from '@/lib/operators/queries'
import { isMailRefused } from './address'
import { compileMail } from './compile'
import { foldWaiting } from './fold'
import { clinicClosing } from './clinic-closing'
import { freshen } from './freshen'
import { type MailContents, mailJob, mailSealer } from './outbox'
import { findPause } from './pace'
import { renderEmail } from './render'

type MailRow = typeof mail.$inferSelect

/** How long a try may take before another worker may think that this one is dead. Longer than the transport's deadline. */
export const LEASE_MS = 180_000

/** Why there are no bytes to send; `temporary` where another version of the portal may be able to make them. */
interface Unmade {
  outcome: 'permanent' | 'temporary'
  finding: 'bad-address' | 'unmade'
  fault: string
}

/** `mailId` is the mail that is tried: the one that was asked for, or the letter in which it is told with others. */
export type Claim =
  | { state: 'ready'; mailId: string; to: string; raw: Buffer }
  | { state: 'stale'; mailId: string }
  | ({ state: 'unmade'; mailId: string } & Unmade)
  | undefined

/**
 * Takes a mail for one try: no other worker touches it until the lease ends. The bytes are made once and kept, sealed,
 * so that each try sends the same. Undefined where the mail is not due: sent, taken by another, or waiting, be it only
 * because its recipient got many of its kind.
 */
export function claimMail(operatorId: string, mailId: string, now: Date): Promise<Claim> {
  return inScope(getDatabase(), { operatorId }, async (tx): Promise<Claim> => {
    const [row] = await tx
      .select()
      .from(mail)
      .where(and(eq(mail.id, mailId), eq(mail.state, 'queued'), lte(mail.nextAttemptAt, now)))
      .for('update', { skipLocked: true })
    if (!row) return undefined
    const sealer = await mailSealer(tx, row.requestId ? [row.requestId] : [])
    if (!sealer.knows(row) || row.contents.length === 0) return { state: 'stale', mailId }
    const contents = await made<MailContents>(row, () =>
      JSON.parse(sealer.open(row, 'mail:contents', row.contents).toString()),
    )
    if ('fault' in contents) {
      await take(tx, row, now)
      return { state: 'unmade', mailId, ...contents }
    }
    // What belongs to no clinic tells of no day.
    const timeZone = operatorId === INSTALLATION ? 'UTC' : (await getOperator(operatorId)).timeZone
    const today = localDate(now, timeZone)
    const fresh = await freshen(tx, row, contents.props, today)
    if (!fresh) return { state: 'stale', mailId }
    const pausedUntil = await findPause(tx, row, contents.to, now)
    if (pausedUntil) {
      await tx.update(mail).set({ nextAttemptAt: pausedUntil }).where(eq(mail.id, mailId))
      await enqueueJobs(tx, [mailJob(row, pausedUntil)])
      return undefined
    }
    const alone = { row, contents: { ...contents, ...fresh } }
    const toSend = (await foldWaiting(tx, row, alone.contents, { now, today })) ?? alone
    return takeLetter(tx, toSend, now)
  })
}

/** The bytes of a mail, made now where it is tried for the first time, and the mail taken with them. */
async function takeLetter(
  tx: Transaction,
  { row, contents }: { row: MailRow; contents: MailContents },
  now: Date,
): Promise<Claim> {
  const sealer = await mailSealer(tx, row.requestId ? [row.requestId] : [])
  const raw = await made(row, () => (row.raw ? sealer.open(row, 'mail:raw', row.raw) : compile(row, contents, now)))
  const mailId = row.id
  if ('fault' in raw) {
    await take(tx, row, now)
    return { state: 'unmade', mailId, ...raw }
  }
  await take(tx, row, now, row.raw ? {} : { raw: sealer.seal(row, 'mail:raw', raw) })
  return { state: 'ready', mailId, to: contents.to, raw }
}

const take = (tx: Transaction, row: MailRow, now: Date, changes: Partial<typeof mail.$inferInsert> = {}) =>
  tx
    .update(mail)
    .set({
      attempts: row.attempts + 1,
      firstTriedAt: row.firstTriedAt ?? now,
      nextAttemptAt: new Date(now.getTime() + LEASE_MS),
      ...changes,
    })
    .where(eq(mail.id, row.id))

/**
 * What was made, or why it was not. A value that breaks out of its header will not be better at the next try; anything
 * else is tried again, so that a fault of ours loses no mail and one poisoned mail holds up no other.
 */
async function made<T extends object>({ id, template }: MailRow, make: () => T | Promise<T>): Promise<T | Unmade> {
  try {
    return await make()
  } catch (error) {
    if (isMailRefused(error)) {
      const finding = error.fault === 'bad-address' ? 'bad-address' : 'unmade'
      return { outcome: 'permanent', finding, fault: error.fault }
    }
    log('mail.unmade', { mailId: id, template, ...errorFields(error) })
    // The name alone: a message may quote what could not be read.
    return { outcome: 'temporary', finding: 'unmade', fault: error instanceof Error ? error.name : 'Error' }
  }
}

/** Its date is the moment it is made, not when somebody meant to send it: a mail that waited or is sent anew is not old. */
async function compile(row: MailRow, contents: MailContents, now: Date): Promise<Buffer> {
  const { MAIL_FROM, DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = getEnv()
  const dkim =
    DKIM_DOMAIN && DKIM_SELECTOR && DKIM_PRIVATE_KEY
      ? { domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY }
      : undefined
  const unsubscribe = portalUrl(paths.admin(row.locale))
  const isOptional = row.template === 'digest' && unsubscribe.startsWith('https:')
  // The outbox stores only what `MailIntent` allows: the template's own props.
  const closing = await clinicClosing(row.operatorId, row.locale)
  const rendered = await renderEmail(row.template as EmailName, contents.props as never, row.locale, closing)
  return compileMail({
    ...rendered,
    from: { name: portalName[row.locale], address: MAIL_FROM },
    to: contents.to,
    messageId: row.messageId,
    date: now,
    autoSubmitted: 'auto-generated',
    ...(isOptional && { listUnsubscribe: unsubscribe }),
    ...(dkim && { dkim }),
  })
}
