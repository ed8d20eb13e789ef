import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from './calendar-date'

// Apart from calendar-date.ts so that the polyfill stays out of the bundles of browsers.

/** The date that clocks on the wall show at an instant. `timeZone` is an IANA name; an unknown one throws RangeError. */
export function localDate(instant: Date, timeZone: string): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/**
 * The instant at which clocks on the wall show `time` ('HH:MM') on a date. A time that the spring change skips is read
 * with the old offset (02:30 becomes 03:30); of a time that autumn repeats, the first counts. So '00:00' is the start
 * of the day, even where the clocks change at midnight.
 */
export function instantAt(date: CalendarDate, time: string, timeZone: string): Date {
  const plainTime = Temporal.PlainTime.from(time)
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds)
}
