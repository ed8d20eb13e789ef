/** A byte order mark, so that spreadsheets read UTF-8; columns are split by `;` as in Russian locales. */
export const CSV_START = '\uFEFF'

/** One line of CSV. A cell that a spreadsheet would take for a formula is made plain text. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

function csvCell(value: string | null): string {
  if (!value) return ''
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
