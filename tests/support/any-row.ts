import { randomUUID } from 'node:crypto'
import type { Sql, TransactionSql } from 'postgres'

export interface TableColumns {
  name: string
  columns: { name: string; type: string }[]
}

/** Every table of the schema `public` with its columns, in the order of their names. */
export async function listColumns(sql: Sql): Promise<TableColumns[]> {
  return sql<TableColumns[]>`
    select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', a.atttypid::regtype::text)) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname`
}

let serial = 0

/** A value of the type that no other row has, where the type has enough of them. */
function anyValue(type: string): string {
  serial += 1
  const values: Record<string, string> = {
    uuid: randomUUID(),
    text: `text ${serial}`,
    bytea: `\\x${serial.toString(16).padStart(8, '0')}`,
    jsonb: '{}',
    boolean: 'true',
    date: '2026-12-01',
    smallint: String(serial % 30_000),
    integer: String(serial),
    bigint: String(serial),
    'timestamp with time zone': '2026-12-01T00:00:00Z',
  }
  const value = type.endsWith('[]') ? '{}' : values[type]
  if (value === undefined) throw new Error(`No value is known for the type ${type}`)
  return value
}

/** Inserts a row with every column filled, for an operator. Its references point nowhere. */
export function insertAnyRow(sql: TransactionSql, { name, columns }: TableColumns, operatorId: string) {
  const row = Object.fromEntries(
    columns.map((column) => [column.name, column.name === 'operator_id' ? operatorId : anyValue(column.type)]),
  )
  const values = columns.map((column) => `'${row[column.name]}'::${column.type}`)
  const names = columns.map((column) => `"${column.name}"`)
  return sql.unsafe(`insert into "${name}" (${names.join(', ')}) values (${values.join(', ')})`)
}
