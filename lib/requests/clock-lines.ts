import type { ClockName, RollForward, TermUnit } from '@/db/enums'
import { daysLeft, deriveDue } from '@/lib/calendar/terms'
import type { ProductionCalendar } from '@/lib/calendar/model'
import type { CalendarDate } from '@/lib/core/calendar-date'

export interface RunningClock {
  clock: ClockName
  amount: number
  unit: TermUnit
  rollForward: RollForward
  startedOn: CalendarDate
  dueOn: CalendarDate
}

/** A clock as mails and pages tell it: how long is left, the safe day if the due date is non-working, how sure the date is. */
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
    const { safeOn, provisional } = deriveDue(calendar, clock.startedOn, clock, clock.rollForward)
    return {
      clock: clock.clock,
      dueOn: clock.dueOn,
      daysLeft: daysLeft(calendar, today, clock.dueOn, clock.unit),
      ...(safeOn !== clock.dueOn && { lastWorkingDayOn: safeOn }),
      provisional,
    }
  })
}
