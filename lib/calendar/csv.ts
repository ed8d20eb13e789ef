import { type CalendarImport, DayCollector } from './import'
import type { CalendarDay } from './model'

const HEADER = ['date', 'kind', 'note']

/** A note that a spreadsheet would run as a formula, or that has been made safe before. */
const FORMULA = /^'*[=+\-@\t\r]/

/**
 * The days of a year as CSV (RFC 4180): date,kind,note. A note that begins like a formula gets an apostrophe, which
 * parseCalendarCsv takes off again.
 */
export function formatCalendarCsv(days: readonly CalendarDay[]): string {
  const rows = days.map(({ date, kind, note }) => [date, kind, FORMULA.test(note) ? `'${note}` : note])
  return [HEADER, ...rows].map((fields) => `${fields.map(quote).join(',')}\r\n`).join('')
}

const quote = (field: string) => (/[",;\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

/**
 * The days of a year from CSV: separated by commas, by semicolons as Russian spreadsheets do, or by tabs as Excel's
 * "Unicode text" is. Errors name the line on which their record begins.
 */
export function parseCalendarCsv(text: string, year: number): CalendarImport {
  const content = text.replace(/^\uFEFF/, '')
  const [delimiter = ','] = /[;\t]/.exec(/^[^\r\n]*/.exec(content)?.[0] ?? '') ?? []
  const days = new DayCollector(year)
  let header = true
  for (const { line, fields } of readRecords(content, delimiter)) {
    if (!fields) {
      days.fail(line, 'bad-quotes')
    } else if (header) {
      header = false
      const names = fields.map((field) => field.trim().toLowerCase())
      if (names.join() !== HEADER.join()) {
        days.fail(line, 'bad-header')
        break
      }
    } else if (fields.length !== HEADER.length) {
      days.fail(line, 'bad-columns')
    } else {
      const [date = '', kind = '', note = ''] = fields
      days.add(
        line,
        isoDate(date.trim()),
        kind.trim(),
        note.startsWith("'") && FORMULA.test(note) ? note.slice(1) : note,
      )
    }
  }
  return days.result()
}

/**
 * A date that a Russian spreadsheet has made its own, 31.12.2027, as the portal writes it. A date with slashes stays as it
 * is, and is refused: nobody can tell whether 05/04 is in April or in May.
 */
const isoDate = (text: string): string =>
  text.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day: string, month: string, year: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )

/** Records with their first line; blank lines are left out. `fields` is missing where quotes do not close properly. */
function* readRecords(text: string, delimiter: string): Generator<{ line: number; fields?: string[] }> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const start = line
    const fields: string[] = []
    for (let more = true; more;) {
      const field = readField(text, at, delimiter)
      if (!field) return yield { line: start }
      fields.push(field.value)
      line += field.value.split('\n').length - 1
      more = text[field.end] === delimiter
      at = field.end + 1
    }
    if (text[at - 1] === '\r' && text[at] === '\n') at += 1
    line += 1
    if (fields.length > 1 || fields[0] !== '') yield { line: start, fields }
  }
}

/** One field from a position; `end` is where its delimiter or line end stands. */
function readField(text: string, from: number, delimiter: string): { value: string; end: number } | undefined {
  if (text[from] !== '"') {
    let end = from
    while (end < text.length && text[end] !== delimiter && text[end] !== '\r' && text[end] !== '\n') end += 1
    return { value: text.slice(from, end), end }
  }
  let close = text.indexOf('"', from + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1) return undefined
  const end = close + 1
  const isEnd = end === text.length || [delimiter, '\r', '\n'].includes(text[end] ?? '')
  return isEnd ? { value: text.slice(from + 1, close).replaceAll('""', '"'), end } : undefined
}
