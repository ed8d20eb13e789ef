import { type Database, inScope, openDatabase, type Transaction } from '@/db/client'
import { getEnv } from '@/lib/env'
import type { Actor } from './actor'

type Pool = ReturnType<typeof openDatabase>

// On globalThis: a development server evaluates modules anew.
const shared = globalThis as { portalDatabase?: Pool; portalReference?: Pool }

/** This process's pool. */
export function getDatabase(): Database {
  shared.portalDatabase ??= openDatabase(getEnv().DATABASE_URL)
  return shared.portalDatabase.db
}

/**
 * A small pool of its own for facts that belong to nobody (operators, calendars). They are also asked for in the middle
 * of a transaction: from the same pool, transactions that wait for each other would hold every connection it needs.
 */
export function getReferenceDatabase(): Database {
  shared.portalReference ??= openDatabase(getEnv().DATABASE_URL, { max: 2 })
  return shared.portalReference.db
}

export async function closeDatabase(): Promise<void> {
  await Promise.all([shared.portalDatabase?.close(), shared.portalReference?.close()])
  delete shared.portalDatabase
  delete shared.portalReference
}

/** A transaction that sees what the actor's operator owns, and nothing else. */
export function asActor<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const staffId = actor.kind === 'staff' ? actor.staffId : undefined
  return inScope(getDatabase(), { operatorId: actor.operatorId, staffId }, work)
}
