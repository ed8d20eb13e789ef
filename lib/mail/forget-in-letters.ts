import { and, eq, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mail, reminder, request } from '@/db/schema'
import type { EmailName } from '@/emails'
import { type MailContents, mailSealer } from './outbox'

const NOTHING = Buffer.alloc(0)

/** Tell of many requests by themselves; of their lines nothing but the letter knows. */
const severalFromTheStart: EmailName[] = ['due-dates-moved']

/**
 * Takes a request out of the letters that tell of many, whose key does not go with it. One that has left loses what it
 * said; one that still waits is made anew without the request, and does not leave where it told of no other.
 */
export async function forgetInLetters(tx: Transaction, requestId: string): Promise<void> {
  const [requestRow] = await tx.select().from(request).where(eq(request.id, requestId))
  if (!requestRow) return
  const { operatorId, reference, receivedAt } = requestRow
  const folded = tx.select({ id: mail.foldedInto }).from(mail).where(eq(mail.requestId, requestId))
  const reminding = tx.select({ id: reminder.mailId }).from(reminder).where(eq(reminder.requestId, requestId))
  const letters = await tx
    .select()
    .from(mail)
    .where(
      and(
        eq(mail.operatorId, operatorId),
        gte(mail.createdAt, receivedAt),
        or(isNull(mail.requestId), ne(mail.requestId, requestId)),
        sql`octet_length(${mail.contents}) > 0`,
        or(inArray(mail.id, folded), inArray(mail.id, reminding), inArray(mail.template, severalFromTheStart)),
      ),
    )
    .for('update')
  const sealer = await mailSealer(
    tx,
    letters.flatMap((row) => row.requestId ?? []),
  )
  for (const row of letters.filter(sealer.knows)) {
    const contents = JSON.parse(sealer.open(row, 'mail:contents', row.contents).toString()) as MailContents
    const left = without(contents.props as Record<string, unknown>, reference)
    if (!left) continue
    const waits = row.state === 'queued' && left.lines > 0
    const anew = JSON.stringify({ ...contents, props: left.props } satisfies MailContents)
    await tx
      .update(mail)
      .set({
        raw: null,
        contents: waits ? sealer.seal(row, 'mail:contents', anew) : NOTHING,
        state: row.state === 'queued' && !waits ? 'cancelled' : row.state,
      })
      .where(eq(mail.id, row.id))
  }
}

/** The props without the lines of one registration number, and how many are left; undefined where it has none. */
function without(props: Record<string, unknown>, reference: string) {
  let [lines, gone] = [0, 0]
  const kept = Object.entries(props).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value] as const
    const others = value.filter(({ number }: { number?: string }) => number !== reference)
    lines += others.length
    gone += value.length - others.length
    return [name, others] as const
  })
  if (gone === 0) return undefined
  const { total } = props
  return { lines, props: { ...Object.fromEntries(kept), ...(typeof total === 'number' && { total: total - gone }) } }
}
