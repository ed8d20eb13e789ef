import { type Database, inScope, openDatabase, type Transaction } from '@/db/client'
import { getEnv } from '@/lib/env'
import type { Actor } from './actor'
import { processWide } from './process-wide'

type Pool = ReturnType<typeof openDatabase>

/** Each purpose has connections of its own, so that none waits for another's. */
const pools = processWide('pools', () => new Map<string, Pool>())

function pool(purpose: string, max: number): Database {
  const known = pools.get(purpose) ?? openDatabase(getEnv().DATABASE_URL, { max })
  pools.set(purpose, known)
  return known.db
}

/** This process's pool; it is handed to `ask` or `inScope`. */
export const getDatabase = (): Database => pool('work', 10)

/**
 * A small pool of its own for facts that belong to nobody (operators, calendars). They are also asked for in the middle
 * of a transaction: from the same pool, transactions that wait for each other would hold every connection it needs.
 */
export const getReferenceDatabase = (): Database => pool('reference', 2)

/** One connection for the health page, which answers while all others are busy. */
export const getHealthDatabase = (): Database => pool('health', 1)

export async function closeDatabase(): Promise<void> {
  const open = [...pools.values()]
  pools.clear()
  await Promise.all(open.map(({ close }) => close()))
}

/** A transaction that sees what the actor's operator owns, and nothing else. */
export function asActor<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const staffId = actor.kind === 'staff' ? actor.staffId : undefined
  return inScope(getDatabase(), { operatorId: actor.operatorId, staffId }, work)
}
