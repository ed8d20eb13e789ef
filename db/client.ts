import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { preparing } from './prepared-client'
import { queryCode, withoutData } from './query-error'
import * as schema from './schema'

export type Database = PostgresJsDatabase<typeof schema>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** A pool of connections. drizzle changes the type parsers of its client, so raw queries open one of their own. */
export function openDatabase(url: string, options: { max?: number } = {}) {
  const client = postgres(url, { max: options.max ?? 10, onnotice: () => {}, connect_timeout: 10, backoff })
  return { db: drizzle(preparing(client), { schema }), close: () => client.end({ timeout: 5 }) }
}

/** Seconds before a lost connection is tried anew; the driver's own grow to 20, long after the server is back. */
const backoff = (tries: number): number => Math.min(0.05 * 2 ** tries, 0.5)

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

/** A transaction that sees the rows of one operator and nothing else: the work begins once PostgreSQL knows whose they are. */
export function inScope<T>(db: Database, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return ask(db, () =>
    db.transaction(async (tx) => {
      await setScope(tx, scope)
      return work(tx)
    }),
  )
}

const FIRST_WAIT_MS = 50
const LAST_WAIT_MS = 1_600

/**
 * The way to every statement. Where PostgreSQL lets nobody in, because it is full or starting, it is asked again, for three
 * seconds in all: no connection was opened, so nothing was done. What fails throws a `QueryError`.
 */
export async function ask<T>(db: Database, query: (db: Database) => PromiseLike<T>): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait *= 2) {
    try {
      return await query(db)
    } catch (error) {
      if (!isShut(error) || wait > LAST_WAIT_MS) throw withoutData(error)
      await setTimeout(wait)
    }
  }
}

/** too_many_connections, cannot_connect_now, and nobody listens: said to whoever connects, never to a statement. */
const isShut = (error: unknown): boolean => ['53300', '57P03', 'ECONNREFUSED'].includes(queryCode(error) ?? '')
