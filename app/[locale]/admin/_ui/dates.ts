import type { Locale } from '@/db/enums'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { formatDate, formatDateWithWeekday } from '@/lib/i18n/format'

const weekdays = {
  long: { ru: new Intl.DateTimeFormat('ru', { weekday: 'long', timeZone: 'UTC' }) },
  brief: {
    ru: new Intl.DateTimeFormat('ru', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
    en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
  },
}

/** A date that may follow a preposition: '31 декабря 2026 г. (четверг)', 'Thursday, 31 December 2026'. */
export function dateInSentence(date: CalendarDate, locale: Locale): string {
  if (locale === 'en') return formatDateWithWeekday(date, locale)
  return `${formatDate(date, locale)} (${weekdays.long.ru.format(new Date(`${date}T00:00:00Z`))})`
}

/** 'чт, 31 дек.', 'Thu 31 Dec'. */
export const dateBrief = (date: CalendarDate, locale: Locale): string =>
  weekdays.brief[locale].format(new Date(`${date}T00:00:00Z`))

const numeric = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeZone: 'UTC' })

/** '31.12.2026' in a Russian book, '2026-12-31' elsewhere. */
export const dateInBook = (date: CalendarDate, locale: Locale): string =>
  locale === 'ru' ? numeric.format(new Date(`${date}T00:00:00Z`)) : date
