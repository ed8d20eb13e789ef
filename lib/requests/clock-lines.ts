import type { ClockName, RollForward, TermUnit } from '@/db/enums'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { daysLeft, deriveDue } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { termOf } from './deadlines'

export interface RunningClock {
  clock: ClockName
  amount: number
  unit: TermUnit
  extensionAmount: number | null
  extendedAt: Date | null
  rollForward: RollForward
  legalBasis: { ru: string; en: string }
  startedOn: CalendarDate
}

/** A clock as mails tell it: days left in its unit, its basis, the safe day if the due date is non-working, how sure it is. */
export interface ClockLine {
  clock: ClockName
  dueOn: CalendarDate
  daysLeft: number
  unit: TermUnit
  basis: { ru: string; en: string }
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
      daysLeft: daysLeft(calendar, today, dueOn, clock.unit),
      unit: clock.unit,
      basis: clock.legalBasis,
      ...(safeOn !== dueOn && { lastWorkingDayOn: safeOn }),
      provisional,
    }
  })
}
