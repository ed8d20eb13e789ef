import { calendarDays, officialCalendars } from '@/db/calendars'
import { type ProductionCalendar, calendarFromDays } from './model'

/** The calendar that comes with the product, before any edit of an admin. */
export const officialCalendar: ProductionCalendar = calendarFromDays(
  officialCalendars.map(({ year, source }) => ({ year, source, status: 'official' })),
  officialCalendars.flatMap(calendarDays),
)
