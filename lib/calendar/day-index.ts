import {
  type CalendarDate,
  fromEpochDay,
  toEpochDay,
  weekdayOfEpochDay,
  yearOfEpochDay,
} from '@/lib/core/calendar-date'
import { type DayKind, type ProductionCalendar, daysOfYear } from './model'
import { statutoryDays } from './statutory'

interface IndexedDay {
  readonly date: CalendarDate
  readonly kind: DayKind
}

/** All days of one year, written out once: stepping through them then costs no text. */
interface YearIndex {
  readonly first: number
  readonly days: readonly IndexedDay[]
}

const indexes = new WeakMap<ProductionCalendar, Map<number, YearIndex>>()

function indexYear(calendar: ProductionCalendar, year: number): YearIndex {
  if (!(year >= 100 && year <= 9999)) throw new RangeError(`No calendar reaches the year ${year}`)
  const prefix = String(year).padStart(4, '0')
  const first = toEpochDay(`${prefix}-01-01`)
  const length = toEpochDay(`${prefix}-12-31`) - first + 1
  const rows = calendar.years[year] ? daysOfYear(calendar, year) : statutoryDays(year)
  const exceptions = new Map(rows.map(({ date, kind }) => [date, kind]))
  const days = Array.from({ length }, (_, n): IndexedDay => {
    const date = fromEpochDay(first + n)
    const exception = exceptions.get(date)
    const isWeekend = weekdayOfEpochDay(first + n) > 5
    if (exception && exception !== 'working') return { date, kind: exception }
    return { date, kind: !isWeekend ? 'working' : exception ? 'working-weekend' : 'weekend' }
  })
  return { first, days }
}

/** The date and kind of an epoch day. Throws RangeError outside the years 0100 to 9999. */
export function getIndexedDay(calendar: ProductionCalendar, day: number): IndexedDay {
  let years = indexes.get(calendar)
  if (!years) indexes.set(calendar, (years = new Map()))
  const year = yearOfEpochDay(day)
  let index = years.get(year)
  if (!index) years.set(year, (index = indexYear(calendar, year)))
  const found = index.days[day - index.first]
  if (!found) throw new RangeError(`Not an epoch day: ${day}`)
  return found
}

/** Whether an epoch day is worked. */
export function isWorkingEpochDay(calendar: ProductionCalendar, day: number): boolean {
  const { kind } = getIndexedDay(calendar, day)
  return kind === 'working' || kind === 'working-weekend'
}

/** The n-th working day after an epoch day, before it for a negative n; the day itself for 0. */
export function stepWorkingDays(calendar: ProductionCalendar, from: number, n: number): number {
  if (!Number.isInteger(n)) throw new RangeError(`Not a number of days: ${n}`)
  const direction = Math.sign(n)
  let day = from
  for (let left = Math.abs(n); left > 0;) {
    day += direction
    if (isWorkingEpochDay(calendar, day)) left -= 1
  }
  return day
}
