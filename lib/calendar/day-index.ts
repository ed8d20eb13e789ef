import { toEpochDay, weekdayOfEpochDay, yearOfEpochDay } from '@/lib/core/calendar-date'
import { type DayKind, type ProductionCalendar, daysOfYear } from './model'
import { statutoryDays } from './statutory'

/** The kinds of all days of one year, by day of the year: a lookup costs no text. */
interface YearIndex {
  readonly first: number
  readonly kinds: readonly DayKind[]
}

const indexes = new WeakMap<ProductionCalendar, Map<number, YearIndex>>()

function indexYear(calendar: ProductionCalendar, year: number): YearIndex {
  if (!(year >= 100 && year < 9999)) throw new RangeError(`No calendar reaches the year ${year}`)
  const first = toEpochDay(`${String(year).padStart(4, '0')}-01-01`)
  const length = toEpochDay(`${String(year + 1).padStart(4, '0')}-01-01`) - first
  const isWeekend = (day: number) => weekdayOfEpochDay(day) > 5
  const kinds = Array.from({ length }, (_, n): DayKind => (isWeekend(first + n) ? 'weekend' : 'working'))
  for (const { date, kind } of calendar.years[year] ? daysOfYear(calendar, year) : statutoryDays(year)) {
    const day = toEpochDay(date)
    kinds[day - first] = kind === 'working' && isWeekend(day) ? 'working-weekend' : kind
  }
  return { first, kinds }
}

/** The kind of an epoch day, from an index built once per calendar and year. */
export function kindOfEpochDay(calendar: ProductionCalendar, day: number): DayKind {
  let years = indexes.get(calendar)
  if (!years) indexes.set(calendar, (years = new Map()))
  const year = yearOfEpochDay(day)
  let index = years.get(year)
  if (!index) years.set(year, (index = indexYear(calendar, year)))
  return index.kinds[day - index.first] ?? 'working'
}

/** Whether an epoch day is worked. */
export function isWorkingEpochDay(calendar: ProductionCalendar, day: number): boolean {
  const kind = kindOfEpochDay(calendar, day)
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
