import { sql } from 'drizzle-orm'

const KEY = sql.raw(`hashtextextended('production-calendar', 0)`)

/**
 * To be selected by a transaction that sets dates, before it locks any request: until its end the calendar does not
 * change. Many hold it at once; a change waits for all of them, and then moves what they stored.
 */
export const calendarHold = sql`pg_advisory_xact_lock_shared(${KEY})`

/** To be selected by a change before all else: nobody sets a date until it is stored. */
export const calendarLock = sql`pg_advisory_xact_lock(${KEY})`
