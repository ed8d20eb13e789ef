import { DrizzleQueryError, sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'

export type Database = PostgresJsDatabase<typeof schema>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** A pool of connections. drizzle changes the type parsers of its client, so raw queries open one of their own. */
export function openDatabase(url: string, options: { max?: number } = {}) {
  const client = postgres(url, { max: options.max ?? 10, onnotice: () => {}, connect_timeout: 10 })
  return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) }
}

/** Whose rows a transaction may see; without one, every tenant's table is empty. */
export interface Scope {
  operatorId?: string
  staffId?: string
}

/** Changes whose rows a running transaction sees; the setting ends with the transaction. */
export async function setScope(tx: Transaction, scope: Scope): Promise<void> {
  await tx.execute(
    sql`select set_config('app.operator', ${scope.operatorId ?? ''}, true), set_config('app.staff', ${scope.staffId ?? ''}, true)`,
  )
}

/** A transaction that sees the rows of one operator and nothing else. */
export function inScope<T>(db: Database, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db
    .transaction(async (tx) => {
      await setScope(tx, scope)
      return work(tx)
    })
    .catch((error: unknown) => {
      throw error instanceof DrizzleQueryError ? new QueryError(error) : error
    })
}

/** A failed statement, fit for a log: without its parameters, and without the row that PostgreSQL quotes. */
export class QueryError extends Error {
  readonly code: string

  constructor({ query, cause }: DrizzleQueryError) {
    const { code = 'unknown', constraint_name: constraint = '' } = (cause ?? {}) as Partial<postgres.PostgresError>
    super(`${code} ${constraint} in: ${query.slice(0, 200)}`)
    this.name = 'QueryError'
    this.code = code
  }
}
