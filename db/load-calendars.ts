import { calendarDays, officialCalendars } from './calendars'
import { openDatabase } from './client'
import { calendarDay, calendarYear } from './schema'

/** Loads the official calendars that are not there yet: a year that is may have been edited by an admin. */
export async function loadCalendars(ownerUrl: string): Promise<void> {
  const { db, close } = openDatabase(ownerUrl, { max: 1 })
  try {
    await db.transaction(async (tx) => {
      for (const calendar of officialCalendars) {
        const { year, source } = calendar
        const [added] = await tx
          .insert(calendarYear)
          .values({ year, status: 'official', source })
          .onConflictDoNothing()
          .returning()
        if (added) await tx.insert(calendarDay).values(calendarDays(calendar).map((day) => ({ ...day, year })))
      }
    })
  } finally {
    await close()
  }
}
