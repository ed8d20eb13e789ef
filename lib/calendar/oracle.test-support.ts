/**
 * A second, naive count of terms for the property tests: a list of all days, walked one by one, with tables written by
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

const days: { date: string; worked: boolean }[] = []
const places = new Map<string, number>()
for (const day = new Date('2024-01-01T12:00:00Z'); day.getUTCFullYear() < 2032; day.setUTCDate(day.getUTCDate() + 1)) {
  const date = day.toISOString().slice(0, 10)
  const plain = ![0, 6].includes(day.getUTCDay()) && !HOLIDAYS.test(date) && !MOVED_TO.has(date)
  places.set(date, days.length)
  days.push({ date, worked: plain || WORKING_SATURDAYS.has(date) })
}

function dayAt(place: number | undefined) {
  const day = place === undefined ? undefined : days[place]
  if (!day) throw new RangeError('The oracle knows 2024 to 2031')
  return day
}

/** Whether a date is worked. The hand-written days off of 2031 end in March. */
export function oracleIsWorking(date: string): boolean {
  return dayAt(places.get(date)).worked
}

/** The due date, counted on from the day after the event. */
export function oracleDueOn(startedOn: string, amount: number, unit: string, rollForward: string): string {
  if (unit === 'same-day') return startedOn
  let place = places.get(startedOn) ?? Number.NaN
  let counted = 0
  while (counted < amount) {
    place += 1
    if (unit === 'calendar-days' || dayAt(place).worked) counted += 1
  }
  while (rollForward === 'next-working-day' && !dayAt(place).worked) place += 1
  return dayAt(place).date
}
