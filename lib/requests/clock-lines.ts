import type { ClockName, RollForward, TermUnit } from '@/db/enums'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { deriveDue } from '@/lib/calendar/terms'
import { type CalendarDate, daysBetween } from '@/lib/core/calendar-date'
import { termOf } from './deadlines'

export interface RunningClock {
  clock: ClockName
  amount: number
  unit: TermUnit
  extensionAmount: number | null
  extendedAt: Date | null
  rollForward: RollForward
  startedOn: CalendarDate
}

/** A clock as mails tell it: calendar days left, the safe day if the due date is non-working, how sure the date is. */
export interface ClockLine {
  clock: ClockName
  dueOn: CalendarDate
  daysLeft: number
  lastWorkingDayOn?: CalendarDate
  provisional: boolean
}

export function clockLines(
  clocks: readonly RunningClock[],
  today: CalendarDate,
  calendar: ProductionCalendar,
): ClockLine[] {
  return clocks.map((clock) => {
    const { dueOn, safeOn, provisional } = deriveDue(calendar, clock.startedOn, termOf(clock), clock.rollForward)
    return {
      clock: clock.clock,
      dueOn,
      daysLeft: daysBetween(today, dueOn),
      ...(safeOn !== dueOn && { lastWorkingDayOn: safeOn }),
      provisional,
    }
  })
}
