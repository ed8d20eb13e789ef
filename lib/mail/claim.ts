import { and, eq, lte } from 'drizzle-orm'
import { inScope } from '@/db/client'
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
import { freshen } from './freshen'
import { type MailContents, mailJob, mailSealer } from './outbox'
import { findPause } from './pace'
import { renderEmail } from './render'

/** How long a try may take before another worker may think that this one is dead. Longer than the transport's deadline. */
export const LEASE_MS = 180_000

/** Why there are no bytes to send; `temporary` where another version of the portal may be able to make them. */
interface Unmade {
  outcome: 'permanent' | 'temporary'
  fault: string
}

export type Claim =
  { state: 'ready'; to: string; raw: Buffer } | { state: 'stale' } | ({ state: 'unmade' } & Unmade) | undefined

/**
 * Takes a mail for one try: no other worker touches it until the lease ends. The bytes are made once and kept, sealed,
 * so that each try sends the same. Undefined where the mail is not due: sent, taken by another, or waiting, be it only
 * because its recipient got many within the hour.
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
    if (!sealer.knows(row)) return { state: 'stale' }
    const take = (changes: Partial<typeof mail.$inferInsert>) =>
      tx
        .update(mail)
        .set({
          attempts: row.attempts + 1,
          firstTriedAt: row.firstTriedAt ?? now,
          nextAttemptAt: new Date(now.getTime() + LEASE_MS),
          ...changes,
        })
        .where(eq(mail.id, mailId))
    const contents = await made<MailContents>(row, () =>
      JSON.parse(sealer.open(row, 'mail:contents', row.contents).toString()),
    )
    if ('fault' in contents) {
      await take({})
      return { state: 'unmade', ...contents }
    }
    // What belongs to no clinic tells of no day.
    const timeZone = operatorId === INSTALLATION ? 'UTC' : (await getOperator(operatorId)).timeZone
    const fresh = await freshen(tx, row, contents.props, localDate(now, timeZone))
    if (!fresh) return { state: 'stale' }
    const pausedUntil = await findPause(tx, row, now)
    if (pausedUntil) {
      await tx.update(mail).set({ nextAttemptAt: pausedUntil }).where(eq(mail.id, mailId))
      await enqueueJobs(tx, [mailJob(operatorId, mailId, pausedUntil)])
      return undefined
    }
    const raw = await made(row, () =>
      row.raw ? sealer.open(row, 'mail:raw', row.raw) : compile(row, { ...contents, ...fresh }),
    )
    if ('fault' in raw) {
      await take({})
      return { state: 'unmade', ...raw }
    }
    await take(row.raw ? {} : { raw: sealer.seal(row, 'mail:raw', raw) })
    return { state: 'ready', to: contents.to, raw }
  })
}

/**
 * What was made, or why it was not. A value that breaks out of its header will not be better at the next try; anything
 * else is tried again, so that a fault of ours loses no mail and one poisoned mail holds up no other.
 */
async function made<T extends object>(
  { id, template }: typeof mail.$inferSelect,
  make: () => T | Promise<T>,
): Promise<T | Unmade> {
  try {
    return await make()
  } catch (error) {
    if (isMailRefused(error)) return { outcome: 'permanent', fault: error.fault }
    log('mail.unmade', { mailId: id, template, ...errorFields(error) })
    // The name alone: a message may quote what could not be read.
    return { outcome: 'temporary', fault: error instanceof Error ? error.name : 'Error' }
  }
}

async function compile(row: typeof mail.$inferSelect, contents: MailContents): Promise<Buffer> {
  const { MAIL_FROM, DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = getEnv()
  const dkim =
    DKIM_DOMAIN && DKIM_SELECTOR && DKIM_PRIVATE_KEY
      ? { domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY }
      : undefined
  const unsubscribe = portalUrl(paths.admin(row.locale))
  const isOptional = row.template === 'digest' && unsubscribe.startsWith('https:')
  // The outbox stores only what `MailIntent` allows: the template's own props.
  const rendered = await renderEmail(row.template as EmailName, contents.props as never, row.locale)
  return compileMail({
    ...rendered,
    from: { name: portalName[row.locale], address: MAIL_FROM },
    to: contents.to,
    messageId: row.messageId,
    date: row.createdAt,
    autoSubmitted: 'auto-generated',
    ...(isOptional && { listUnsubscribe: unsubscribe }),
    ...(dkim && { dkim }),
  })
}
