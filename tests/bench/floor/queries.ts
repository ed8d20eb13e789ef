import postgres from 'postgres'

/** A statement of the portal's own, as it was heard on the wire. */
interface Query {
  text: string
  params: string[]
}

const asText = { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day }
const shared = globalThis as { floor?: { sql: postgres.Sql; queries: Record<string, Query> } }

function open() {
  shared.floor ??= {
    sql: postgres(process.env.FLOOR_DATABASE_URL ?? '', { types: { day: asText }, onnotice: () => {} }) as postgres.Sql,
    queries: JSON.parse(process.env.FLOOR_QUERIES ?? '{}') as Record<string, Query>,
  }
  return shared.floor
}

export const database = (): postgres.Sql => open().sql

export type Row = Record<string, string | number | null>

/** The rows of one of the portal's pages, by the portal's own statement and nothing around it. */
export async function rowsOf(name: string): Promise<Row[]> {
  const { sql, queries } = open()
  const query = queries[name]
  if (!query) throw new Error(`No query ${name}`)
  return sql.unsafe<Row[]>(query.text, query.params)
}
