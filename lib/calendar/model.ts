import type { CalendarDay, ExceptionKind } from '@/db/calendars/model'
import { type CalendarDate, yearOf } from '@/lib/core/calendar-date'

export type { CalendarDay, ExceptionKind }

/** What a day is to a working term; `day-off` is transferred, `working-weekend` is worked by decree. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'day-off' | 'working-weekend'

/** Whether a decree has fixed the year, or it is an expectation that may still change. */
export type CalendarStatus = 'official' | 'provisional'

/** How a day differs from the plain week of Monday to Friday. */
export interface DayException {
  readonly kind: ExceptionKind
  readonly note: string
}

/** One loaded year: a plain week but for its exceptions, which name the holidays too. */
export interface CalendarYear {
  readonly year: number
  readonly status: CalendarStatus
  readonly source: string
  readonly exceptions: Readonly<Record<CalendarDate, DayException>>
}

/**
 * The production calendar, plain JSON. A year that it does not hold counts weekends and statutory holidays and is
 * provisional. Never change one in place: days are indexed by the object, so an edit makes a new calendar.
 */
export interface ProductionCalendar {
  readonly years: Readonly<Record<number, CalendarYear>>
}

/** What a loaded year is known by, apart from its days. */
export type CalendarYearHead = Pick<CalendarYear, 'year' | 'status' | 'source'>

/** A calendar from stored rows in any order. Throws RangeError on a day twice, of no loaded year, or that is no date. */
export function calendarFromDays(years: readonly CalendarYearHead[], days: readonly CalendarDay[]): ProductionCalendar {
  const exceptions = new Map<number, Record<CalendarDate, DayException>>(years.map(({ year }) => [year, {}]))
  for (const { date, kind, note } of days) {
    const ofYear = exceptions.get(yearOf(date))
    if (!ofYear) throw new RangeError(`The year of ${date} is not loaded`)
    if (ofYear[date]) throw new RangeError(`${date} is in the calendar twice`)
    ofYear[date] = { kind, note }
  }
  return {
    years: Object.fromEntries(
      years.map(({ year, status, source }) => [year, { year, status, source, exceptions: exceptions.get(year) ?? {} }]),
    ),
  }
}

/** The days of one year as rows, by date; empty for a year that is not loaded. */
export function daysOfYear(calendar: ProductionCalendar, year: number): CalendarDay[] {
  return Object.entries(calendar.years[year]?.exceptions ?? {})
    .map(([date, { kind, note }]) => ({ date, kind, note }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Whether a decree has fixed this year; dates counted through any other are provisional. */
export function isOfficialYear(calendar: ProductionCalendar, year: number): boolean {
  return calendar.years[year]?.status === 'official'
}
