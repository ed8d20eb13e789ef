import { asc, eq } from 'drizzle-orm'
import { ask, type Database } from '@/db/client'
import { calendarDay, calendarYear } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { getReferenceDatabase } from '@/lib/core/database'
import type { CalendarDay, CalendarYearHead } from './model'
import { statutoryDays } from './statutory'

/** A year as the database has it this moment: what an edit begins with. */
export interface StoredYear extends CalendarYearHead {
  days: CalendarDay[]
  /** When it was stored, as an ISO instant; null for a year that is not there and counts by law alone. */
  storedAt: string | null
}

/** The years that are there, the first one first. */
export async function listStoredYears(_ctx: Context<StaffActor>): Promise<CalendarYearHead[]> {
  const { year, status, source } = calendarYear
  return ask(getReferenceDatabase(), (db) => db.select({ year, status, source }).from(calendarYear).orderBy(asc(year)))
}

/** One year, for any officer who is signed in. A year without a row has the days of Labour Code 112, provisionally. */
export async function getStoredYear(_ctx: Context<StaffActor>, year: number): Promise<StoredYear> {
  return ask(getReferenceDatabase(), (db) => readYear(db, year))
}

async function readYear(db: Database, year: number): Promise<StoredYear> {
  const [row] = await db.select().from(calendarYear).where(eq(calendarYear.year, year))
  if (!row) return { year, status: 'provisional', source: '', days: statutoryDays(year), storedAt: null }
  const { date, kind, note } = calendarDay
  const days = await db
    .select({ date, kind, note })
    .from(calendarDay)
    .where(eq(calendarDay.year, year))
    .orderBy(asc(date))
  return { year, status: row.status, source: row.source, days, storedAt: row.updatedAt.toISOString() }
}
