import { and, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '@/db/client'
import { answer, mail, reminder, request, requestClock } from '@/db/schema'
import type { TermUnit } from '@/db/enums'
import { type EmailProps, emails, isEmailName, type StaleWhen } from '@/emails'
import { getCalendar } from '@/lib/calendar/queries'
import { daysLeft } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { isStillTrue } from '@/lib/reminders/still-true'
import { clockLines } from '@/lib/requests/clock-lines'
import { awaitsAnswer, isClosed } from '@/lib/requests/rules'

type MailRow = typeof mail.$inferSelect

interface Case {
  tx: Transaction
  row: MailRow
  props: unknown
  today: CalendarDate
}

/** What may still be said; undefined where nothing of it is true any more. */
type Fresh = { props: unknown } | undefined

const freshenWhen: Record<StaleWhen, (mail: Case) => Promise<Fresh>> = {
  never: async ({ props }) => ({ props }),
  answered: (mail) => withRunningClocks(mail, awaitsAnswer),
  closed: (mail) => withRunningClocks(mail, (requestRow) => !isClosed(requestRow)),
  'answer-read': async (mail) => ((await isAnswerRead(mail)) ? undefined : mail),
  'reminders-over': withLiveClocks,
  'digest-over': withLiveItems,
  'never-heard-of': async (mail) => ((await hasHeard(mail)) ? mail : undefined),
  'all-told-over': async (mail) => ((await isStillAbout(mail)) ? mail : undefined),
}

/**
 * What a mail may say today: its props without the clocks that stopped or moved since it was queued. Undefined where it is
 * stale, as its template says. A mail of a template that there is no more goes as it is.
 */
export async function freshen(tx: Transaction, row: MailRow, props: unknown, today: CalendarDate): Promise<Fresh> {
  const staleWhen = isEmailName(row.template) ? emails[row.template].staleWhen : 'never'
  const fresh = await freshenWhen[staleWhen]({ tx, row, props, today })
  return fresh && { props: fresh.props }
}

async function withLiveClocks({ tx, row, props, today }: Case): Promise<Fresh> {
  const live = await listLive(tx, row)
  const { clocks, ...rest } = props as EmailProps<'deadline-reminder'> | EmailProps<'escalation'>
  const left = clocks.filter(({ clock }) => live.some((each) => each.clock === clock))
  return left.length > 0 ? { props: { ...rest, clocks: await countAnew(left, today) } } : undefined
}

async function withLiveItems({ tx, row, props, today }: Case): Promise<Fresh> {
  if (await hasNewerDigest(tx, row)) return undefined
  const digest = props as EmailProps<'digest'>
  const live = await listLive(tx, row)
  const left = digest.items.filter(({ number }) => live.some(({ reference }) => reference === number))
  if (digest.items.length > 0 && left.length === 0) return undefined
  return { props: { ...digest, items: await countAnew(left, today) } }
}

async function isAnswerRead({ tx, row: { requestId } }: Case): Promise<boolean> {
  if (!requestId) return false
  const read = await tx
    .select({ id: answer.requestId })
    .from(answer)
    .where(and(eq(answer.requestId, requestId), isNotNull(answer.firstReadAt)))
  return read.length > 0
}

/** A mail that calls for work on its request; where it lists clocks, those that run by now, to their dates by now. */
async function withRunningClocks(
  { tx, row: { requestId }, props, today }: Case,
  calls: (requestRow: Pick<typeof request.$inferSelect, 'state' | 'closedOn'>) => boolean,
): Promise<Fresh> {
  if (!requestId) return { props }
  const { state, closedOn } = request
  const [requestRow] = await tx.select({ state, closedOn }).from(request).where(eq(request.id, requestId))
  if (!requestRow || !calls(requestRow)) return undefined
  if (typeof props !== 'object' || props === null || !('clocks' in props)) return { props }
  const running = await tx
    .select()
    .from(requestClock)
    .where(and(eq(requestClock.requestId, requestId), isNull(requestClock.stoppedAt)))
  return { props: { ...props, clocks: clockLines(running, today, await getCalendar()) } }
}

/** The days left by now, in the unit of each clock. */
async function countAnew<L extends { dueOn: string; daysLeft: number; unit?: TermUnit }>(
  lines: readonly L[],
  today: CalendarDate,
): Promise<L[]> {
  const calendar = await getCalendar()
  return lines.map((line) => ({
    ...line,
    daysLeft: daysLeft(calendar, today, line.dueOn, line.unit ?? 'calendar-days'),
  }))
}

function listLive(tx: Transaction, row: MailRow) {
  return tx
    .select({ clock: requestClock.clock, reference: request.reference })
    .from(reminder)
    .innerJoin(requestClock, eq(requestClock.id, reminder.clockId))
    .innerJoin(request, eq(request.id, reminder.requestId))
    .where(and(eq(reminder.mailId, row.id), isStillTrue))
}

/** A letter about many calls for work while one of them does. What it lists was true when it was made, a try ago. */
async function isStillAbout({ tx, row, props }: Case): Promise<boolean> {
  const { of } = props as EmailProps<'several-requests'>
  const told = tx.select({ id: mail.id }).from(mail).where(eq(mail.foldedInto, row.id))
  if (of === 'new-request') {
    const requestRows = await tx
      .select({ state: request.state, closedOn: request.closedOn })
      .from(mail)
      .innerJoin(request, eq(request.id, mail.requestId))
      .where(eq(mail.foldedInto, row.id))
    return requestRows.some((requestRow) => !isClosed(requestRow))
  }
  if (of !== 'deadline-reminder' && of !== 'escalation') return true
  const live = await tx
    .select({ id: reminder.id })
    .from(reminder)
    .where(and(inArray(reminder.mailId, told), isStillTrue))
    .limit(1)
  return live.length > 0
}

/**
 * What became of a request is news to whoever has heard of it: who is in charge of it, and who got a letter about it, by
 * itself or in one about many.
 */
async function hasHeard({ tx, row: { id, requestId, staffId } }: Case): Promise<boolean> {
  if (!requestId || !staffId) return false
  const held = await tx
    .select({ id: request.id })
    .from(request)
    .where(and(eq(request.id, requestId), eq(request.assigneeId, staffId)))
  if (held.length > 0) return true
  const carrier = alias(mail, 'carrier')
  const got = await tx
    .select({ id: mail.id })
    .from(mail)
    .leftJoin(carrier, eq(carrier.id, mail.foldedInto))
    .where(
      and(
        eq(mail.requestId, requestId),
        eq(mail.staffId, staffId),
        ne(mail.id, id),
        or(isNotNull(mail.sentAt), isNotNull(carrier.sentAt)),
      ),
    )
    .limit(1)
  return got.length > 0
}

async function hasNewerDigest(tx: Transaction, { operatorId, staffId, createdAt }: MailRow): Promise<boolean> {
  if (!staffId) return false
  const newer = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(
      and(
        eq(mail.operatorId, operatorId),
        gt(mail.createdAt, createdAt),
        eq(mail.staffId, staffId),
        eq(mail.template, 'digest'),
      ),
    )
    .limit(1)
  return newer.length > 0
}
