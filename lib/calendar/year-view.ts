import { addDays, type CalendarDate, daysBetween } from '@/lib/core/calendar-date'
import { type CalendarDay, calendarFromDays, type CalendarYearHead, type DayKind } from './model'
import { dayKind, workingDaysBetween, workingDaysOfYear } from './working-days'

/** A year as a screen draws it: plain JSON, small enough to be sent along with each answer. */
export interface YearView extends CalendarYearHead {
  /** What each day is, 1 January first. */
  kinds: DayKind[]
  notes: Record<CalendarDate, string>
  workingDays: number
  /** Working days of each month, January first. */
  monthly: number[]
}

/** Draws a year from its head and the days that differ from the plain week. */
export function viewYear(head: CalendarYearHead, days: readonly CalendarDay[]): YearView {
  const { year, status, source } = head
  const calendar = calendarFromDays([{ year, status, source }], days)
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const monthly = Array.from({ length: 12 }, (_, month) => {
    const start = `${year}-${String(month + 1).padStart(2, '0')}-01`
    const next = month === 11 ? `${year + 1}-01-01` : `${year}-${String(month + 2).padStart(2, '0')}-01`
    return workingDaysBetween(calendar, addDays(start, -1), addDays(next, -1))
  })
  return {
    ...{ year, status, source, monthly },
    kinds: Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => dayKind(calendar, addDays(first, n))),
    notes: Object.fromEntries(days.filter(({ note }) => note !== '').map(({ date, note }) => [date, note])),
    workingDays: workingDaysOfYear(calendar, year),
  }
}
