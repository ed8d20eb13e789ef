import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type postgres from 'postgres'

export type Cell = string | number | boolean | Date | Buffer | null | undefined

const CHUNK = 512 * 1024

/** One table filled by COPY over a connection of its own. */
export class TableCopy {
  private pending = ''

  private constructor(private readonly stream: Writable) {}

  static async open(sql: postgres.Sql, table: string, columns: readonly string[]): Promise<TableCopy> {
    const names = columns.map((column) => `"${column}"`).join(', ')
    return new TableCopy(await sql.unsafe(`copy ${table} (${names}) from stdin`).writable())
  }

  add(cells: readonly Cell[]): void {
    this.pending += `${cells.map(cellText).join('\t')}\n`
  }

  /** Hands on what was added, once it is worth it; waits while the server is behind. */
  async flush(least = CHUNK): Promise<void> {
    if (this.pending.length < least || this.pending === '') return
    const chunk = this.pending
    this.pending = ''
    if (!this.stream.write(chunk)) await once(this.stream, 'drain')
  }

  async end(): Promise<void> {
    await this.flush(0)
    this.stream.end()
    await finished(this.stream)
  }
}

/** PostgreSQL's text format of COPY. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return String.raw`\N`
  if (Buffer.isBuffer(cell)) return String.raw`\\x` + cell.toString('hex')
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell !== 'string') return String(cell)
  return /[\\\t\n\r]/.test(cell) ? cell.replaceAll(/[\\\t\n\r]/g, escape) : cell
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escape = (character: string): string => escapes[character] ?? character
