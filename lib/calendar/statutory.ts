import { fromEpochDay, toEpochDay, weekdayOfEpochDay } from '@/lib/core/calendar-date'
import type { CalendarDay } from './model'

/** Non-working holidays of Labour Code 112, as month and day. */
const HOLIDAYS = [
  ['01-01', 'Новогодние каникулы'],
  ['01-02', 'Новогодние каникулы'],
  ['01-03', 'Новогодние каникулы'],
  ['01-04', 'Новогодние каникулы'],
  ['01-05', 'Новогодние каникулы'],
  ['01-06', 'Новогодние каникулы'],
  ['01-07', 'Рождество Христово'],
  ['01-08', 'Новогодние каникулы'],
  ['02-23', 'День защитника Отечества'],
  ['03-08', 'Международный женский день'],
  ['05-01', 'Праздник Весны и Труда'],
  ['05-09', 'День Победы'],
  ['06-12', 'День России'],
  ['11-04', 'День народного единства'],
] as const

/**
 * What is known of a year before its decree: the holidays, and the day off of each one on a weekend, which moves to the
 * next working day (Labour Code 112). Those of January do not: a decree moves them. In order of date.
 */
export function statutoryDays(year: number): CalendarDay[] {
  const days = new Map<number, CalendarDay>()
  const prefix = String(year).padStart(4, '0')
  for (const [monthDay, note] of HOLIDAYS) {
    const date = `${prefix}-${monthDay}`
    days.set(toEpochDay(date), { date, kind: 'holiday', note })
  }
  // The days off that this adds are met again at the end of the loop, and passed over: they are no weekend days.
  for (const [day, { date, note }] of days) {
    if (weekdayOfEpochDay(day) < 6 || date.slice(5, 7) === '01') continue
    let next = day + 1
    while (weekdayOfEpochDay(next) > 5 || days.has(next)) next += 1
    days.set(next, { date: fromEpochDay(next), kind: 'day-off', note })
  }
  return [...days].sort(([a], [b]) => a - b).map(([, day]) => day)
}
