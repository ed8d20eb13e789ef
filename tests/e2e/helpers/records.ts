import type { Sql } from 'postgres'

/** Everything that filing writes. */
const tables = ['request', 'request_key', 'request_clock', 'register_counter', 'queue_count', 'attachment'] as const

/** How many rows of one clinic each table that filing writes holds. */
export async function rowCounts(sql: Sql, slug: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const [row] = await sql<{ rows: number }[]>`
      select count(*)::int as rows from ${sql(table)} where operator_id = (select id from operator where slug = ${slug})`
    counts[table] = row?.rows ?? 0
  }
  return counts
}
