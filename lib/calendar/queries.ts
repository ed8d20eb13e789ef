import { calendarDay, calendarYear } from '@/db/schema'
import { getReferenceDatabase } from '@/lib/core/database'
import { calendarFromDays, type ProductionCalendar } from './model'

const FRESH_MS = 10_000
let cache: { until: number; calendar: Promise<ProductionCalendar> } | undefined

/** The production calendar as the database has it; public facts, kept for ten seconds. */
export function getCalendar(): Promise<ProductionCalendar> {
  const now = performance.now()
  if (!cache || cache.until < now) {
    const calendar = load()
    calendar.catch(() => (cache = undefined))
    cache = { until: now + FRESH_MS, calendar }
  }
  return cache.calendar
}

/** Whoever changed the calendar reads the new one at once; other processes do within ten seconds. */
export function forgetCalendar(): void {
  cache = undefined
}

async function load(): Promise<ProductionCalendar> {
  const db = getReferenceDatabase()
  const [years, days] = await Promise.all([db.select().from(calendarYear), db.select().from(calendarDay)])
  return calendarFromDays(years, days)
}
