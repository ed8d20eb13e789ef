import { asc, eq } from 'drizzle-orm'
import { ask, type Database, type Transaction } from '@/db/client'
import { calendarDay, calendarYear } from '@/db/schema'
import { cached } from '@/lib/core/cached'
import { getReferenceDatabase } from '@/lib/core/database'
import { calendarFromDays, type ProductionCalendar } from './model'

interface Loaded {
  version: string
  calendar: ProductionCalendar
}

const kept = cached('calendar', () => ask(getReferenceDatabase(), load))

/** The production calendar for what is shown; public facts, kept for ten seconds. What stores dates is a dating command. */
export const getCalendar = async (): Promise<ProductionCalendar> => (await kept.get()).calendar

/** Whoever changed the calendar reads the new one at once; other processes do within ten seconds. */
export const forgetCalendar = (): void => kept.forget()

/** The calendar as it is, for dates that are about to be stored: see dating.ts. One row a year is read where it is known. */
export async function readCalendar(tx: Transaction): Promise<ProductionCalendar> {
  const { year, version } = calendarYear
  const current = versionOf(await tx.select({ year, version }).from(calendarYear).orderBy(asc(year)))
  const known = await kept.last()?.catch(() => undefined)
  return known?.version === current ? known.calendar : (await kept.put(load(tx))).calendar
}

const versionOf = (years: readonly { year: number; version: number }[]): string =>
  years.map(({ year, version }) => `${year} ${version}`).join()

/** In one statement, so that the days are those of the version. */
async function load(db: Database | Transaction): Promise<Loaded> {
  const rows = await db
    .select({ head: calendarYear, day: calendarDay })
    .from(calendarYear)
    .leftJoin(calendarDay, eq(calendarDay.year, calendarYear.year))
    .orderBy(asc(calendarYear.year))
  const years = [...new Map(rows.map(({ head }) => [head.year, head])).values()]
  const days = rows.flatMap(({ day }) => day ?? [])
  return { version: versionOf(years), calendar: calendarFromDays(years, days) }
}
