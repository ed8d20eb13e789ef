import { type CalendarDate, fromEpochDay, toEpochDay } from '@/lib/core/calendar-date'
import { getIndexedDay, isWorkingEpochDay, stepWorkingDays } from './day-index'
import type { DayKind, ProductionCalendar } from './model'

/** What a date is to a working term. */
export function dayKind(calendar: ProductionCalendar, date: CalendarDate): DayKind {
  return getIndexedDay(calendar, toEpochDay(date)).kind
}

/** Whether a date is worked: a working day of the week, or a weekend day worked by decree. */
export function isWorkingDay(calendar: ProductionCalendar, date: CalendarDate): boolean {
  return isWorkingEpochDay(calendar, toEpochDay(date))
}

/** The first working day after a date, never the date itself. */
export function nextWorkingDay(calendar: ProductionCalendar, date: CalendarDate): CalendarDate {
  return addWorkingDays(calendar, date, 1)
}

/** The last working day before a date, never the date itself. */
export function previousWorkingDay(calendar: ProductionCalendar, date: CalendarDate): CalendarDate {
  return addWorkingDays(calendar, date, -1)
}

/** The n-th working day after a date, before it for a negative n; the date itself, whatever it is, for 0. */
export function addWorkingDays(calendar: ProductionCalendar, date: CalendarDate, n: number): CalendarDate {
  return fromEpochDay(stepWorkingDays(calendar, toEpochDay(date), n))
}

/** Working days after `from` up to and with `to`: 1 from a Monday to its Tuesday. Negative where `to` is earlier. */
export function workingDaysBetween(calendar: ProductionCalendar, from: CalendarDate, to: CalendarDate): number {
  const [start, end] = [toEpochDay(from), toEpochDay(to)]
  let count = 0
  for (let day = Math.min(start, end) + 1; day <= Math.max(start, end); day += 1) {
    if (isWorkingEpochDay(calendar, day)) count += 1
  }
  return end < start ? 0 - count : count
}

/** Working days of a whole year, the number to hold against the published calendar. */
export function workingDaysOfYear(calendar: ProductionCalendar, year: number): number {
  return workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)
}
