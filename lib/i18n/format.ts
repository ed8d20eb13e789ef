import type { Locale } from '@/db/enums'
import type { CalendarDate } from '@/lib/core/calendar-date'

const tags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' }

// Making a formatter costs a hundred times more than using one.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tags[locale], options)
  formatters.set(key, made)
  return made
}

// A calendar date has no zone: it is read and written as one of UTC.
const atUtc = (date: CalendarDate) => new Date(`${date}T00:00:00Z`)

// "г." would put two full stops at the end of a sentence.
const spellYear = (text: string) => text.replace(/(\d)\s+г\./, '$1\u00a0года')

/** "31 декабря 2026 года", "31 December 2026". */
export function formatDate(date: CalendarDate, locale: Locale): string {
  return spellYear(formatter(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(atUtc(date)))
}

/** "четверг, 31 декабря 2026 года", "Thursday, 31 December 2026": a date that stands alone. */
export function formatDateWithWeekday(date: CalendarDate, locale: Locale): string {
  return spellYear(formatter(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(atUtc(date)))
}

/** "31 декабря 2026 года (четверг)", "31 December 2026 (Thursday)": within a sentence, whatever its grammar. */
export function formatDateInSentence(date: CalendarDate, locale: Locale): string {
  const weekday = formatter(locale, { weekday: 'long', timeZone: 'UTC' }).format(atUtc(date))
  return `${formatDate(date, locale)} (${weekday})`
}

/** "31 дек.", "31 Dec": for narrow places where the year is plain. */
export function formatDay(date: CalendarDate, locale: Locale): string {
  return formatter(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(atUtc(date))
}

/** "декабрь 2026 года", "December 2026". */
export function formatMonth(date: CalendarDate, locale: Locale): string {
  return spellYear(formatter(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(atUtc(date)))
}

/** "Пн" or "Mon", from 1 (Monday) to 7 (Sunday). */
export function formatWeekday(weekday: number, locale: Locale): string {
  // 1 January 2024 was a Monday.
  return formatter(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)))
}

/** "21 ноября 2026 года в 14:05", in the operator's IANA time zone. */
export function formatInstant(at: Date, locale: Locale, timeZone: string): string {
  return spellYear(formatter(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at))
}

/** "14:05", in the operator's IANA time zone. */
export function formatTime(at: Date, locale: Locale, timeZone: string): string {
  return formatter(locale, { timeStyle: 'short', timeZone }).format(at)
}

/** "2,4 МБ", "310 КБ"; `bytes` counts in thousands, as people are shown by their phones. */
export function formatFileSize(bytes: number, locale: Locale): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
  const value = bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000)
  const options = { style: 'unit', unit, maximumFractionDigits: value < 10 && unit === 'megabyte' ? 1 : 0 } as const
  return new Intl.NumberFormat(tags[locale], options).format(Math.max(value, 1))
}

/** "почта, SMS и звонки", "e-mail, SMS and calls". */
/** What stands in quotation marks, in those of the language. */
export const quoted = (text: string, locale: Locale): string => (locale === 'ru' ? `«${text}»` : `“${text}”`)

export function formatList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale]).format(items)
}
