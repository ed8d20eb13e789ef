import { setTimeout } from 'node:timers/promises'
import { DrizzleQueryError, sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'

export type Database = PostgresJsDatabase<typeof schema>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** A pool of connections. drizzle changes the type parsers of its client, so raw queries open one of their own. */
export function openDatabase(url: string, options: { max?: number } = {}) {
  const client = postgres(url, { max: options.max ?? 10, onnotice: () => {}, connect_timeout: 10 })
  return { db: drizzle(preparing(client), { schema }), close: () => client.end({ timeout: 5 }) }
}

type Work = (tx: postgres.TransactionSql) => unknown

/** Longer lists of values rarely come again with the same length: kept, they would only fill the memory. */
const MOST_PARAMETERS = 200

/**
 * drizzle has each statement parsed, described and planned anew, in two trips to PostgreSQL. Under a name of its own, which
 * a connection keeps, a statement takes one trip, and those that wait for no answer travel together.
 */
function preparing<T extends postgres.Sql | postgres.TransactionSql>(client: T): T {
  const { unsafe } = client
  client.unsafe = (text, params = [], options) =>
    unsafe(text, params, { ...options, prepare: params.length <= MOST_PARAMETERS })
  if ('begin' in client) {
    const begin: (work: Work) => Promise<unknown> = client.begin
    client.begin = ((work: Work) => begin((tx) => work(preparing(tx)))) as typeof client.begin
  }
  return client
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
  return whenThereIsRoom(() =>
    db.transaction(async (tx) => {
      // In one trip with the first statement of the work: a connection keeps their order.
      const [, done] = await Promise.all([setScope(tx, scope), work(tx)])
      return done
    }),
  ).catch((error: unknown) => {
    throw error instanceof DrizzleQueryError ? new QueryError(error) : error
  })
}

const FIRST_WAIT_MS = 50
const LAST_WAIT_MS = 1_600

/**
 * Asks again, for three seconds in all, where PostgreSQL takes no more connections: none was opened, so nothing was
 * done, and meanwhile one of the pool's own may be free.
 */
export async function whenThereIsRoom<T>(ask: () => PromiseLike<T>): Promise<T> {
  for (let wait = FIRST_WAIT_MS; wait <= LAST_WAIT_MS; wait *= 2) {
    try {
      return await ask()
    } catch (error) {
      if (!isFull(error)) throw error
      await setTimeout(wait)
    }
  }
  return ask()
}

/** too_many_connections: said to whoever connects, never to a statement. */
const isFull = (error: unknown): boolean => {
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  return cause instanceof postgres.PostgresError && cause.code === '53300'
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
