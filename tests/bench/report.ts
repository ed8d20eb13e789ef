import { readFileSync, writeFileSync } from 'node:fs'
import { type Budget, isKept, ratioOf, type Row } from './rows'

const heads = ['what', 'floor', 'figure', 'ratio', 'budget', 'kept']

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2 })

const withUnit = (value: number | undefined, { unit }: Row): string =>
  value === undefined ? '' : unit === '/s' ? `${number(value)}/s` : `${number(value)} ${unit}`

function budgetText(budget: Budget | undefined, row: Row): string {
  if (!budget) return ''
  const sign = budget.kind === 'at most' ? '≤' : '≥'
  return budget.of === 'floor' ? `${sign} ${number(budget.limit)} × floor` : `${sign} ${withUnit(budget.limit, row)}`
}

const verdict = (row: Row): string => ({ true: 'yes', false: '**no**', undefined: '' })[String(isKept(row))] ?? ''

function cellsOf(row: Row): string[] {
  const ratio = ratioOf(row)
  return [
    row.what,
    withUnit(row.floor, row),
    withUnit(row.figure, row),
    ratio === undefined ? '' : `${number(ratio)} ×`,
    budgetText(row.budget, row),
    verdict(row),
  ]
}

/** One table a part, as markdown that also reads well in a terminal. */
export function renderTable(rows: readonly Row[], faults: readonly string[]): string {
  const parts = [...Map.groupBy(rows, ({ part }) => part)]
  const tables = parts.map(([part, own]) => {
    const lines = [heads, ...own.map(cellsOf)]
    const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
    const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
    return [`### ${part}`, '', ...text.toSpliced(1, 0, rule)].join('\n')
  })
  const failed = faults.map((fault) => `- not measured: ${fault.replaceAll(/\s+/g, ' ')}`).join('\n')
  return [...tables, failed].filter(Boolean).join('\n\n')
}

/** The rows that miss their budget, one a line. */
export const missed = (rows: readonly Row[]): string[] =>
  rows.filter((row) => isKept(row) === false).map((row) => `${row.part}: ${cellsOf(row).filter(Boolean).join(', ')}`)

const BEGIN = '<!-- npm run bench writes from here -->'
const END = '<!-- to here -->'

/** Puts the report into the document, between its marks; what is written by hand around them stays. */
export function writeReport(file: string, report: string): void {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${file} has lost the marks between which the table stands`)
  writeFileSync(file, `${text.slice(0, from + BEGIN.length)}\n\n${report}\n\n${text.slice(to)}`)
}
