import { asc, eq, sql } from 'drizzle-orm'
import { ask, type Database, type Transaction } from '@/db/client'
import { calendarDay, calendarYear } from '@/db/schema'
import { getReferenceDatabase } from '@/lib/core/database'
import { processWide } from '@/lib/core/process-wide'
import { calendarFromDays, type ProductionCalendar } from './model'

const FRESH_MS = 10_000
const kept = processWide('calendar', (): { until: number; loaded?: Promise<Loaded> } => ({ until: 0 }))

interface Loaded {
  version: string
  calendar: ProductionCalendar
}

/** The production calendar for what is shown; public facts, kept for ten seconds. What sets dates takes `getHeldCalendar`. */
export async function getCalendar(): Promise<ProductionCalendar> {
  const known = kept.until >= performance.now() ? kept.loaded : undefined
  return (await (known ?? remember(ask(getReferenceDatabase(), load)))).calendar
}

/** Whoever changed the calendar reads the new one at once; other processes do within ten seconds. */
export function forgetCalendar(): void {
  delete kept.loaded
}

/**
 * The calendar as it is, for dates that are about to be stored: the transaction took `calendarHold` in an earlier
 * statement, so that no change comes between. Reads one row a year where this process knows the calendar already.
 */
export async function getHeldCalendar(tx: Transaction): Promise<ProductionCalendar> {
  const { year } = calendarYear
  const version = versionOf(await tx.select({ year, writtenBy }).from(calendarYear).orderBy(asc(year)))
  const known = await kept.loaded?.catch(() => undefined)
  return known?.version === version ? known.calendar : (await remember(load(tx))).calendar
}

function remember(loaded: Promise<Loaded>): Promise<Loaded> {
  loaded.catch(forgetCalendar)
  Object.assign(kept, { until: performance.now() + FRESH_MS, loaded })
  return loaded
}

/** The transaction that stored a year: every change has one of its own, whatever the clocks of the processes say. */
const writtenBy = sql<string>`${calendarYear}.xmin::text`

const versionOf = (years: readonly { year: number; writtenBy: string }[]): string =>
  years.map(({ year, writtenBy: by }) => `${year} ${by}`).join()

/** In one statement, so that the days are those of the version. */
async function load(db: Database | Transaction): Promise<Loaded> {
  const rows = await db
    .select({ head: calendarYear, writtenBy, day: calendarDay })
    .from(calendarYear)
    .leftJoin(calendarDay, eq(calendarDay.year, calendarYear.year))
    .orderBy(asc(calendarYear.year))
  const years = [...new Map(rows.map(({ head, writtenBy: by }) => [head.year, { ...head, writtenBy: by }])).values()]
  const days = rows.flatMap(({ day }) => day ?? [])
  return { version: versionOf(years), calendar: calendarFromDays(years, days) }
}
