/**
 * A second, naive count of terms for the property tests: one day at a time on Date objects, with tables written out by
 * hand from the decrees and for the years to come. It shares nothing with the engine, so an error must be made twice.
 */
const HOLIDAYS = /-(01-0[1-8]|02-23|03-08|05-01|05-09|06-12|11-04)$/

// From 2028 there are no decrees: 4 Nov 2028 is a Saturday, 4 Nov 2029 a Sunday, 23 Feb 2030 a Saturday; in 2031
// 23 Feb is a Sunday and 8 Mar a Saturday.
const MOVED_TO = new Set(
  `2024-04-29 2024-04-30 2024-05-10 2024-12-30 2024-12-31
   2025-05-02 2025-05-08 2025-06-13 2025-11-03 2025-12-31
   2026-01-09 2026-03-09 2026-05-11 2026-12-31
   2027-02-22 2027-05-03 2027-05-10 2027-06-14 2027-11-05 2027-12-31
   2028-11-06 2029-11-05 2030-02-25 2031-02-24 2031-03-10`.split(/\s+/),
)

const WORKING_SATURDAYS = new Set(['2024-04-27', '2024-11-02', '2024-12-28', '2025-11-01', '2027-02-20'])

const two = (value: number) => String(value).padStart(2, '0')
const text = (day: Date) => `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`

/** Whether a date of 2024 to April 2031 is worked. */
export function oracleIsWorking(date: string): boolean {
  if (WORKING_SATURDAYS.has(date)) return true
  if (HOLIDAYS.test(date) || MOVED_TO.has(date)) return false
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The due date, counted on from the day after the event. */
export function oracleDueOn(startedOn: string, amount: number, unit: string, rollForward: string): string {
  const day = new Date(`${startedOn}T12:00:00Z`)
  if (unit === 'same-day') return startedOn
  let counted = 0
  while (counted < amount) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (unit === 'calendar-days' || oracleIsWorking(text(day))) counted += 1
  }
  while (rollForward === 'next-working-day' && !oracleIsWorking(text(day))) day.setUTCDate(day.getUTCDate() + 1)
  return text(day)
}
