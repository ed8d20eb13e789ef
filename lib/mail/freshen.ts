import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { answer, mail, reminder, request, requestClock } from '@/db/schema'
import type { TermUnit } from '@/db/enums'
import type { EmailName, EmailProps } from '@/emails'
import { getCalendar } from '@/lib/calendar/queries'
import { daysLeft } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { isLive } from '@/lib/reminders/live'
import { clockLines } from '@/lib/requests/clock-lines'
import { awaitsAnswer, isClosed } from '@/lib/requests/rules'

type MailRow = typeof mail.$inferSelect

/** What calls for an answer. */
const callsForAnswer: readonly string[] = ['new-request'] satisfies EmailName[]

/** What calls for something to be done on a request: nothing is, once it is closed. */
const callsForWork: readonly string[] = [
  'request-assigned',
  'request-handed-over',
  'requester-message',
  'question-asked',
  'deadline-extended-notice',
] satisfies EmailName[]

/**
 * What a mail may say today: its props without the clocks that stopped or moved since it was queued. Undefined where
 * nothing of it is true any more: the request is closed or in other hands, the answer is read, a newer mail says more.
 */
export async function freshen(
  tx: Transaction,
  row: MailRow,
  props: unknown,
  today: CalendarDate,
): Promise<{ props: unknown } | undefined> {
  if (row.template === 'deadline-reminder' || row.template === 'escalation') {
    const live = await listLive(tx, row)
    const { clocks, ...rest } = props as EmailProps<'deadline-reminder'> | EmailProps<'escalation'>
    const left = clocks.filter(({ clock }) => live.some((each) => each.clock === clock))
    return left.length > 0 ? { props: { ...rest, clocks: await countAnew(left, today) } } : undefined
  }
  if (row.template === 'digest') {
    if (await hasNewerDigest(tx, row)) return undefined
    const digest = props as EmailProps<'digest'>
    const live = await listLive(tx, row)
    const left = digest.items.filter(({ number }) => live.some(({ reference }) => reference === number))
    return digest.items.length === 0 || left.length > 0
      ? { props: { ...digest, items: await countAnew(left, today) } }
      : undefined
  }
  if (row.template === 'answer-unread' && row.requestId) {
    const read = await tx
      .select({ id: answer.requestId })
      .from(answer)
      .where(and(eq(answer.requestId, row.requestId), isNotNull(answer.firstReadAt)))
    return read.length === 0 ? { props } : undefined
  }
  if (row.template === 'several-requests') return (await isStillAbout(tx, row, props)) ? { props } : undefined
  if ((callsForAnswer.includes(row.template) || callsForWork.includes(row.template)) && row.requestId) {
    const { state, closedOn } = request
    const [subject] = await tx.select({ state, closedOn }).from(request).where(eq(request.id, row.requestId))
    const calls = subject && (callsForAnswer.includes(row.template) ? awaitsAnswer(subject) : !isClosed(subject))
    return calls ? { props: await withRunningClocks(tx, row.requestId, props, today) } : undefined
  }
  return { props }
}

/** A mail that lists the clocks of its request lists those that run by now, to their dates by now. */
async function withRunningClocks(
  tx: Transaction,
  requestId: string,
  props: unknown,
  today: CalendarDate,
): Promise<unknown> {
  if (typeof props !== 'object' || props === null || !('clocks' in props)) return props
  const running = await tx
    .select()
    .from(requestClock)
    .where(and(eq(requestClock.requestId, requestId), isNull(requestClock.stoppedAt)))
  return { ...props, clocks: clockLines(running, today, await getCalendar()) }
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
    .where(and(eq(reminder.mailId, row.id), isLive))
}

/** A letter about many calls for work while one of them does. What it lists was true when it was made, a try ago. */
async function isStillAbout(tx: Transaction, row: MailRow, props: unknown): Promise<boolean> {
  const { of } = props as EmailProps<'several-requests'>
  const told = tx.select({ id: mail.id }).from(mail).where(eq(mail.foldedInto, row.id))
  if (of === 'new-request') {
    const subjects = await tx
      .select({ state: request.state, closedOn: request.closedOn })
      .from(mail)
      .innerJoin(request, eq(request.id, mail.requestId))
      .where(eq(mail.foldedInto, row.id))
    return subjects.some((subject) => !isClosed(subject))
  }
  if (of !== 'deadline-reminder' && of !== 'escalation') return true
  const live = await tx
    .select({ id: reminder.id })
    .from(reminder)
    .where(and(inArray(reminder.mailId, told), isLive))
    .limit(1)
  return live.length > 0
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
