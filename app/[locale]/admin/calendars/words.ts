import type { Locale } from '@/db/enums'
import type { DayKind } from '@/lib/calendar/model'
import { formatWeekday } from '@/lib/i18n/format'
import type { Messages } from '@/lib/i18n/messages'

type Calendar = Messages['adminDeadlines']['calendar']

/** What the drawing of a year says. */
export interface YearWords {
  months: string[]
  /** As they stand in a date: "мая". Browsers know other forms of dates than servers, hence the words come from here. */
  monthsInDate: string[]
  weekdays: string[]
  kinds: Record<DayKind, string>
  /** With `{n}` in it. */
  workingShort: string
  legend: string
  today: string
  changed: string
}

/** What the editor says; sentences with values in them have `{n}` or the like, which `fill` puts in. */
export type EditorWords = Calendar['editor']

export function yearWords(calendar: Calendar, locale: Locale): YearWords {
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const inDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const starts = Array.from({ length: 12 }, (_, n) => new Date(Date.UTC(2024, n, 1)))
  const { kinds, workingShort, legend, today, changed } = calendar
  return {
    ...{ kinds, workingShort, legend, today, changed },
    months: starts.map((start) => month.format(start)),
    monthsInDate: starts.map((start) => inDate.formatToParts(start).find(({ type }) => type === 'month')?.value ?? ''),
    weekdays: Array.from({ length: 7 }, (_, n) => formatWeekday(n + 1, locale)),
  }
}

/** Puts values into a sentence that a client component was given. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
