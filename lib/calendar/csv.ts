import { parse } from 'csv-parse/sync'
import type { Locale } from '@/db/enums'
import { CSV_START, csvRows, withoutFormulaMark } from '@/lib/text/csv'
import { type CalendarImport, DayCollector } from './import'
import { kindByLaw, kindIn } from './kind-words'
import type { CalendarDay } from './model'

const HEADER = ['date', 'kind', 'note'] as const
type Column = (typeof HEADER)[number]

/** What people and programs call the columns, in lower case. */
const names: Record<Column, readonly string[]> = {
  date: ['date', 'day', 'start date', 'дата', 'день', 'число', 'дата начала'],
  kind: ['kind', 'type', 'day type', 'categories', 'category', 'вид', 'вид дня', 'тип', 'тип дня', 'категории'],
  note: ['note', 'notes', 'subject', 'title', 'name', 'comment', 'description', 'тема', 'название', 'пояснение'].concat(
    ['примечание', 'комментарий', 'описание', 'праздник'],
  ),
}

/** The days of a year for a spreadsheet of the language; `parseCalendarCsv` reads them again. */
export const formatCalendarCsv = (days: readonly CalendarDay[], locale: Locale): string =>
  CSV_START + csvRows([[...HEADER], ...days.map(({ date, kind, note }) => [date, kind, note])], locale)

/**
 * The days of a year from CSV, as spreadsheets save it: separated by commas, semicolons or tabs, the columns in any order and
 * among others. Errors name the line on which their record begins.
 */
export function parseCalendarCsv(text: string, year: number): CalendarImport {
  const days = new DayCollector(year)
  const [head, ...records] = readRecords(text, days)
  const columns = head && columnsOf(head.fields)
  if (head && !columns) days.fail(head.line, 'bad-header')
  if (!head || !columns) return days.result()
  const needed = Math.max(columns.date, columns.kind ?? 0)
  for (const { line, fields } of records) {
    if (fields.every((field) => field.trim() === '')) continue
    const at = (column: Column) => fields[columns[column] ?? -1] ?? ''
    // More than the header names is a separator inside a text that nobody has quoted.
    if (fields.length <= needed || fields.slice(head.fields.length).some((field) => field !== ''))
      days.fail(line, 'bad-columns')
    else {
      const [date, kind, note] = [isoDate(at('date').trim()), at('kind').trim(), withoutFormulaMark(at('note'))]
      days.add(line, date, kind === '' ? (kindIn(note) ?? kindByLaw(date, note)) : kindIn(kind), note)
    }
  }
  return days.result()
}

interface CsvRecord {
  line: number
  fields: string[]
}

/** Records with their first line, blank ones left out; what cannot be parsed is told to `days`. */
function readRecords(text: string, days: DayCollector): CsvRecord[] {
  const [, sep, content = ''] = /^\uFEFF?(?:sep=(.)(?:\r\n|\n|\r))?(.*)$/is.exec(text) ?? []
  const before = sep === undefined ? 0 : 1
  try {
    const read = parse(content, {
      delimiter: sep ?? delimiterOf(content),
      ...{ info: true, skip_empty_lines: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] },
    }) as unknown as { info: { lines: number }; record: string[] }[]
    return read.map(({ info, record }) => {
      const inside = record.join('').match(/\r\n|\n|\r/g)?.length ?? 0
      return { line: before + info.lines - inside, fields: record }
    })
  } catch (error) {
    // Told by shape: the parser's faults name the line that they stand on.
    if (!(error instanceof Error && 'lines' in error)) throw error
    days.fail(before + Number(error.lines), 'bad-quotes')
    return []
  }
}

/** What the first line is split by: Russian spreadsheets take semicolons, Excel's "Unicode text" tabs. */
const delimiterOf = (content: string): string => /[;\t]/.exec(/^\s*[^\r\n]*/.exec(content)?.[0] ?? '')?.[0] ?? ','

/** Where each column stands; undefined where the header lacks a date, or whatever could tell the kind of a day. */
function columnsOf(header: readonly string[]): ({ date: number } & Partial<Record<Column, number>>) | undefined {
  const found = header.map((field) => field.trim().toLowerCase().replaceAll('ё', 'е'))
  const at = (column: Column) => found.findIndex((name) => names[column].includes(name))
  const [date, kind, note] = [at('date'), at('kind'), at('note')]
  if (date < 0 || (kind < 0 && note < 0)) return undefined
  return { date, ...(kind >= 0 && { kind }), ...(note >= 0 && { note }) }
}

/**
 * A date that a Russian spreadsheet has made its own, 31.12.2027 or 31.12.27, as the portal writes it. A date with slashes
 * stays as it is, and is refused: nobody can tell whether 05/04 is in April or in May.
 */
const isoDate = (text: string): string =>
  text.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/, (_, day: string, month: string, year: string) =>
    [year.padStart(4, '20'), month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )
