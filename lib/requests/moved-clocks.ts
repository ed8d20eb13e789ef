import { and, asc, eq, gte, isNull, ne, or } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { request, requestClock } from '@/db/schema'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { dueOn } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { termOf } from './deadlines'

/** A clock whose date another calendar would move. */
export interface MovedClock {
  id: string
  requestId: string
  reference: string
  assigneeId: string | null
  clock: (typeof requestClock.$inferSelect)['clock']
  from: CalendarDate
  to: CalendarDate
}

/** The open clocks of the transaction's operator that end on another day under `calendar`. Calendar days that do not roll never move. */
export async function findMovedClocks(
  tx: Transaction,
  operatorId: string,
  calendar: ProductionCalendar,
): Promise<MovedClock[]> {
  const rows = await tx
    .select({ clock: requestClock, reference: request.reference, assigneeId: request.assigneeId })
    .from(requestClock)
    .innerJoin(request, eq(request.id, requestClock.requestId))
    .where(
      and(
        eq(requestClock.operatorId, operatorId),
        isNull(requestClock.stoppedAt),
        gte(requestClock.amount, 1),
        or(eq(requestClock.unit, 'working-days'), ne(requestClock.rollForward, 'none')),
      ),
    )
    .orderBy(asc(requestClock.dueOn), asc(requestClock.id))
  // Many clocks share a start and a term: each such pair is counted once.
  const counted = new Map<string, CalendarDate>()
  return rows.flatMap(({ clock: row, reference, assigneeId }) => {
    const term = termOf(row)
    const key = [row.startedOn, term.amount, term.unit, row.rollForward].join()
    const to = counted.get(key) ?? dueOn(calendar, row.startedOn, term, row.rollForward)
    counted.set(key, to)
    if (to === row.dueOn) return []
    const { id, requestId, clock } = row
    return [{ id, requestId, reference, assigneeId, clock, from: row.dueOn, to }]
  })
}
