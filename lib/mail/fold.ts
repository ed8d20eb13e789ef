import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mail } from '@/db/schema'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { getOperator } from '@/lib/operators/queries'
import { foldLetters } from './fold-letter'
import { foldRuleOf } from './fold-rules'
import { freshen } from './freshen'
import { type MailContents, mailSealer, newMessageId } from './outbox'

/** So many are told in one letter; what waits beyond goes into the next. */
const MOST = 500
const MOST_RECEIPTS = 100

type MailRow = typeof mail.$inferSelect

/**
 * Where enough mails of the same key wait, puts one in the place of all: the row is new and queued, the others are
 * `folded` from now on, in the caller's transaction, so that each is told once. Undefined where this one goes alone.
 * The caller holds the lock of the key (see pace.ts).
 */
export async function foldWaiting(
  tx: Transaction,
  row: MailRow,
  contents: MailContents,
  { now, today }: { now: Date; today: CalendarDate },
): Promise<{ row: MailRow; contents: MailContents } | undefined> {
  if (!row.foldKey || row.firstTriedAt) return undefined
  const { name, from: usual } = foldRuleOf(row.foldKey)
  // What was held back does not go in small change either.
  const from = row.nextAttemptAt > row.createdAt ? Math.min(usual, 2) : usual
  const others = await tx
    .select()
    .from(mail)
    .where(
      and(
        eq(mail.operatorId, row.operatorId),
        eq(mail.foldKey, row.foldKey),
        eq(mail.state, 'queued'),
        isNull(mail.firstTriedAt),
        ne(mail.id, row.id),
      ),
    )
    .orderBy(asc(mail.createdAt), asc(mail.id))
    .limit((name === 'request-received' ? MOST_RECEIPTS : MOST) - 1)
    .for('update', { skipLocked: true })
  if (others.length + 1 < from) return undefined

  const told = [{ row, props: contents.props }, ...(await stillTrue(tx, others, today))]
  if (told.length < from) return undefined
  told.sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime())
  const { slug } = await getOperator(row.operatorId)
  const mails = told.map(({ row: { urgency }, props }) => ({ urgency, props }))
  const letter = foldLetters(name, mails, portalUrl(paths.queue(row.locale, slug)))

  const id = randomUUID()
  // To a requester, it goes when the data of the request go; what officers are told names no person.
  const requestId = row.staffId || name === 'escalation' ? null : row.requestId
  const sealer = await mailSealer(tx, requestId ? [requestId] : [])
  const folded: MailContents = { to: contents.to, props: letter.props }
  const [carrier] = await tx
    .insert(mail)
    .values({
      id,
      requestId,
      operatorId: row.operatorId,
      staffId: row.staffId,
      template: letter.template,
      locale: row.locale,
      intentKey: `folded:${id}`,
      messageId: newMessageId(),
      urgency: Math.max(...mails.map(({ urgency }) => urgency)),
      foldKey: row.foldKey,
      contents: sealer.seal({ id, requestId }, 'mail:contents', JSON.stringify(folded)),
      createdAt: now,
      nextAttemptAt: now,
    })
    .returning()
  if (!carrier) throw new Error('The letter for many was not stored')
  await tx
    .update(mail)
    .set({ state: 'folded', foldedInto: id })
    .where(
      inArray(
        mail.id,
        told.map((each) => each.row.id),
      ),
    )
  return { row: carrier, contents: folded }
}

/** Those that still say something true, as it is today. What cannot be opened or is stale waits for its own turn. */
async function stillTrue(tx: Transaction, rows: readonly MailRow[], today: CalendarDate) {
  const sealer = await mailSealer(
    tx,
    rows.flatMap(({ requestId }) => requestId ?? []),
  )
  const told: { row: MailRow; props: unknown }[] = []
  for (const row of rows) {
    if (!sealer.knows(row)) continue
    const { props } = JSON.parse(sealer.open(row, 'mail:contents', row.contents).toString()) as MailContents
    const fresh = await freshen(tx, row, props, today)
    if (fresh) told.push({ row, props: fresh.props })
  }
  return told
}

/** What a letter for many would have told waits again, each for itself. */
export const unfold = (tx: Transaction, carrierId: string, now: Date) =>
  tx
    .update(mail)
    .set({ state: 'queued', foldedInto: null, nextAttemptAt: now })
    .where(and(eq(mail.foldedInto, carrierId), eq(mail.state, 'folded')))
