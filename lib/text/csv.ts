import { stringify } from 'csv-stringify/sync'
import type { Locale } from '@/db/enums'

/** A byte order mark, by which Excel knows UTF-8. */
export const CSV_START = '\uFEFF'

/**
 * What Excel splits columns by where it is set to the language. A line `sep=` would settle it for Excel alone: after it Excel
 * takes UTF-8 for something else, and every other program shows it as a row.
 */
const delimiters: Record<Locale, string> = { ru: ';', en: ',' }

/** Lines of CSV (RFC 4180) for spreadsheets in the language. A cell that they would run as a formula is made plain text. */
export const csvRows = (rows: readonly (readonly (string | null)[])[], locale: Locale): string =>
  stringify(
    rows.map((row) => row.map(marked)),
    {
      delimiter: delimiters[locale],
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/,
      escape_formulas: true,
    },
  )

/** What looks as if it had been made plain text gets one apostrophe more, so that taking one off gives back what was there. */
const marked = (cell: string | null) => (cell && /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)

/** The cell as it was before `csvRows` kept spreadsheets from running it. */
export const withoutFormulaMark = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '')
