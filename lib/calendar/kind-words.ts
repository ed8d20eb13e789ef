import { type CalendarDate, isCalendarDate, yearOf } from '@/lib/core/calendar-date'
import type { ExceptionKind } from './model'
import { statutoryDays } from './statutory'

const WORDS =
  /(?<off>нерабоч|non-?working|выходн|days?[ -]?off)|(?<work>рабоч|working|workday)|(?<feast>праздн|каникул|holiday)/

/** Days that calendars list and that are worked like any other. */
const ORDINARY = /праздник, не являющийся выходным|памятн|observance|season/

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

/** The kind of a day as people and programs call it, Russian or English; the word that comes first tells. */
export function kindIn(text: string): ExceptionKind | undefined {
  const words = plain(text)
  const { off, work, feast } = WORDS.exec(words)?.groups ?? {}
  if (work) return 'working'
  // "Нерабочий праздничный день".
  if (feast || (off && /^(не|non)/.test(off) && /праздн|holiday/.test(words))) return 'holiday'
  return off ? 'day-off' : undefined
}

/** The kind of a day that no word tells of: it has a name, and is a holiday by law. */
export function kindByLaw(date: CalendarDate, name: string): ExceptionKind | undefined {
  if (name.trim() === '' || !isCalendarDate(date)) return undefined
  return statutoryDays(yearOf(date)).find((day) => day.date === date && day.kind === 'holiday')?.kind
}

/** Whether a calendar says of a day that it only has a name. */
export const isOrdinary = (text: string): boolean => ORDINARY.test(plain(text))
