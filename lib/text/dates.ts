import { isCalendarDate } from '@/lib/core/calendar-date'
import { cleanCode } from './characters'

const months = [
  ['янв', 'jan'],
  ['фев', 'feb'],
  ['мар', 'mar'],
  ['апр', 'apr'],
  ['ма', 'may'],
  ['июн', 'jun'],
  ['июл', 'jul'],
  ['авг', 'aug'],
  ['сен', 'sep'],
  ['окт', 'oct'],
  ['ноя', 'nov'],
  ['дек', 'dec'],
] as const

/**
 * A date as people type it, as 'YYYY-MM-DD': "31.12.1985", "31/12/1985", "31121985", "31 декабря 1985 г.", "1985-12-31". The
 * day comes before the month. Whatever cannot be read stays as typed, so that it can be shown again.
 */
export function cleanDate(text: string): string {
  const line = cleanCode(text)
  const [year, month, day] = partsOf(line) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : line
}

/** '2026-12-31' as it is typed, '31.12.2026'; whatever else was typed stays. */
export const writeDate = (text: string): string => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')

/** What is wrong with a date that `cleanDate` has seen, as a key of the `errors` messages. */
export function dateFault(date: string): 'dateIncomplete' | 'badDate' | 'dateTooFar' | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'dateIncomplete'
  if (!isCalendarDate(date)) return 'badDate'
  return date >= '1900-01-01' && date <= '2100-12-31' ? undefined : 'dateTooFar'
}

function partsOf(typed: string): [year: string, month: string, day: string] | undefined {
  const line = typed
    .replaceAll(/[«»"“”„]/g, '')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b(?: of)?/i, '')
    .replace(/ ?(?:г\.? ?р\.?|года рождения)$/i, '')
  const iso = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(line)
  if (iso) return [iso[1]!, iso[2]!, iso[3]!]
  const figures =
    /^(\d{1,2})[-.,/ ]+(\d{1,2})[-.,/ ]+(\d{4})(?: ?г\.?| ?года)?$/i.exec(line) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(line)
  if (figures) return [figures[3]!, figures[2]!, figures[1]!]
  const words = /^(\d{1,2})[-. ]+(\p{L}{3,9})[-., ]+(\d{4})(?: ?г\.?| ?года)?$/iu.exec(line)
  const english = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u.exec(line)
  const [day, name, year] = words ? words.slice(1) : english ? [english[2], english[1], english[3]] : []
  const month = name && monthOf(name.toLowerCase())
  return year && month && day ? [year, month, day] : undefined
}

/** '1' to '12'; "май" and "мая" follow "март", hence the first stem that fits counts. */
function monthOf(word: string): string | undefined {
  const found = months.findIndex((stems) => stems.some((stem) => word.startsWith(stem)))
  return found < 0 ? undefined : String(found + 1)
}
