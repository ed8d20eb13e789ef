import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { requestClock, staff } from '@/db/schema'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { getCalendar } from '@/lib/calendar/queries'
import { daysLeft, deriveDue } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { RequestVault } from '@/lib/vault/request-vault'
import { termOf } from './deadlines'
import type { ExplainedClock, RecordedClock } from './model'
import type { ClockRow } from './store-clocks'
import { earliestFirst, howClockStands } from './verdicts'

/** The clocks of a request, the earliest first, each with how it stands and the days that led to its date. */
export async function explainClocks(
  tx: Transaction,
  requestId: string,
  today: CalendarDate,
): Promise<ExplainedClock[]> {
  const calendar = await getCalendar()
  const rows = await tx.select().from(requestClock).where(eq(requestClock.requestId, requestId))
  return rows.sort(earliestFirst).map((row) => explain(row, today, calendar))
}

/** The same for officers, with who recorded the end of each and what they wrote of it. */
export async function listRecordedClocks(
  tx: Transaction,
  requestId: string,
  today: CalendarDate,
  vault: Promise<RequestVault>,
): Promise<RecordedClock[]> {
  const calendar = await getCalendar()
  const found = await tx
    .select({ row: requestClock, name: staff.name })
    .from(requestClock)
    .leftJoin(staff, eq(staff.id, requestClock.endedBy))
    .where(eq(requestClock.requestId, requestId))
  const opened = await vault
  return found
    .sort((a, b) => earliestFirst(a.row, b.row))
    .map(({ row, name }) => ({
      ...explain(row, today, calendar),
      recordedAt: row.stoppedAt,
      recordedBy: name,
      note: row.note && opened.open('clock:note', row.id, row.note).toString(),
    }))
}

function explain(row: ClockRow, today: CalendarDate, calendar: ProductionCalendar): ExplainedClock {
  const { id, clock, amount, unit, countedFrom, legalBasis, extensionAmount, rollForward } = row
  const { startedOn, dueOn, deadlineVersion, extendedAt, stoppedOn, ending } = row
  return {
    ...{ id, clock, amount, unit, countedFrom, legalBasis, extensionAmount, rollForward },
    ...{ startedOn, dueOn, deadlineVersion, extendedAt, stoppedOn, ending },
    daysLeft: daysLeft(calendar, stoppedOn ?? today, dueOn, unit),
    derivation: deriveDue(calendar, startedOn, termOf(row), rollForward),
    verdict: howClockStands(row, today),
  }
}
