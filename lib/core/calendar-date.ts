/** A day without time or zone, 'YYYY-MM-DD' of the Gregorian calendar, years 0100 to 9999. Sorts and compares as text. */
export type CalendarDate = string

/** Day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const MS_PER_DAY = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

function findEpochDay(text: string): number | undefined {
  const match = SHAPE.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const ms = Date.UTC(year, month - 1, day)
  const read = new Date(ms)
  // Date.UTC carries 31 February over into March: what comes back must be what went in.
  const exists = read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === day
  return exists ? ms / MS_PER_DAY : undefined
}

/** Whether a value is the text of a day that exists: '2024-02-29' is, '2025-02-29' is not. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  return typeof value === 'string' && findEpochDay(value) !== undefined
}

/** The same text as a date. Throws RangeError where no such day exists. */
export function parseCalendarDate(text: string): CalendarDate {
  toEpochDay(text)
  return text
}

/** Whole days since 1970-01-01, negative before it. Throws RangeError where no such day exists. */
export function toEpochDay(date: CalendarDate): number {
  const day = findEpochDay(date)
  if (day === undefined) throw new RangeError(`Not a calendar date: ${JSON.stringify(date)}`)
  return day
}

/** The inverse of toEpochDay. Throws RangeError outside the years 0100 to 9999. */
export function fromEpochDay(day: number): CalendarDate {
  const date = new Date(day * MS_PER_DAY)
  const year = date.getUTCFullYear()
  if (!Number.isInteger(day) || !(year >= 100 && year <= 9999)) throw new RangeError(`Not an epoch day: ${day}`)
  // toISOString would say the same, seven times slower, and lists of days write many.
  return `${pad(year, 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** Year of an epoch day. */
export function yearOfEpochDay(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear()
}

/** Weekday of an epoch day; 1970-01-01 was a Thursday. */
export function weekdayOfEpochDay(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** Year of a date. Throws RangeError where no such day exists. */
export function yearOf(date: CalendarDate): number {
  return yearOfEpochDay(toEpochDay(date))
}

/** ISO weekday of a date, 1 (Monday) to 7 (Sunday). */
export function weekday(date: CalendarDate): Weekday {
  return weekdayOfEpochDay(toEpochDay(date))
}

/** The date so many days later, or earlier for a negative number. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(toEpochDay(date) + days)
}

/** Days from one date to another: 1 for tomorrow, negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toEpochDay(to) - toEpochDay(from)
}

/** Order for sorting: negative, 0 or positive. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}
