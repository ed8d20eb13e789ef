import { and, eq, isNull, lte } from 'drizzle-orm'
import { inScope, type Transaction } from '@/db/client'
import { mail, reminder, requestClock } from '@/db/schema'
import { type EmailName, portalName } from '@/emails'
import { getDatabase } from '@/lib/core/database'
import { getEnv } from '@/lib/env'
import { MailRefused } from './address'
import { compileMail } from './compile'
import { type MailContents, mailSealer } from './outbox'
import { renderEmail } from './render'

/** How long a try may take before another worker may think that this one is dead. Longer than the transport's deadline. */
export const LEASE_MS = 180_000

export type Claim =
  { state: 'ready'; to: string; raw: Buffer } | { state: 'stale' } | { state: 'refused'; fault: string } | undefined

/**
 * Takes a mail for one try: no other worker touches it until the lease ends. The bytes are made once and kept, sealed,
 * so that each try sends the same. Undefined where the mail is not due: sent, taken by another, or waiting.
 */
export function claimMail(operatorId: string, mailId: string, now: Date): Promise<Claim> {
  return inScope(getDatabase(), { operatorId }, async (tx): Promise<Claim> => {
    const [row] = await tx
      .select()
      .from(mail)
      .where(and(eq(mail.id, mailId), eq(mail.state, 'queued'), lte(mail.nextAttemptAt, now)))
      .for('update', { skipLocked: true })
    if (!row) return undefined
    if (await isStale(tx, row)) return { state: 'stale' }
    const sealer = await mailSealer(tx, row.requestId ? [row.requestId] : [])
    const contents = JSON.parse(sealer.open(row, 'mail:contents', row.contents).toString()) as MailContents
    const raw = row.raw ? sealer.open(row, 'mail:raw', row.raw) : await compile(row, contents)
    if (!Buffer.isBuffer(raw)) return raw
    await tx
      .update(mail)
      .set({
        attempts: row.attempts + 1,
        firstTriedAt: row.firstTriedAt ?? now,
        nextAttemptAt: new Date(now.getTime() + LEASE_MS),
        ...(!row.raw && { raw: sealer.seal(row, 'mail:raw', raw) }),
      })
      .where(eq(mail.id, mailId))
    return { state: 'ready', to: contents.to, raw }
  })
}

/** A reminder whose request was closed, or whose date moved, says nothing true any more. */
async function isStale(tx: Transaction, row: typeof mail.$inferSelect): Promise<boolean> {
  if (row.template !== 'deadline-reminder') return false
  const current = await tx
    .select({ id: reminder.id })
    .from(reminder)
    .innerJoin(
      requestClock,
      and(eq(requestClock.id, reminder.clockId), eq(requestClock.deadlineVersion, reminder.deadlineVersion)),
    )
    .where(and(eq(reminder.mailId, row.id), isNull(requestClock.stoppedAt)))
    .limit(1)
  return current.length === 0
}

/** The bytes, or why there can be none: a value that breaks out of its header will not be better at the next try. */
async function compile(
  row: typeof mail.$inferSelect,
  contents: MailContents,
): Promise<Buffer | { state: 'refused'; fault: string }> {
  const { MAIL_FROM, DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = getEnv()
  const dkim =
    DKIM_DOMAIN && DKIM_SELECTOR && DKIM_PRIVATE_KEY
      ? { domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY }
      : undefined
  // The outbox stores only what `MailIntent` allows: the template's own props.
  const rendered = await renderEmail(row.template as EmailName, contents.props as never, row.locale)
  try {
    return await compileMail({
      ...rendered,
      from: { name: portalName[row.locale], address: MAIL_FROM },
      to: contents.to,
      messageId: row.messageId,
      date: row.createdAt,
      autoSubmitted: 'auto-generated',
      ...(dkim && { dkim }),
    })
  } catch (error) {
    if (error instanceof MailRefused) return { state: 'refused', fault: error.fault }
    throw error
  }
}
