import { type Database, inScope, openDatabase, type Transaction } from '@/db/client'
import { getEnv } from '@/lib/env'
import type { Actor } from './actor'

const shared = globalThis as { portalDatabase?: ReturnType<typeof openDatabase> }

/** This process's pool. Kept on globalThis: a development server evaluates modules anew. */
export function getDatabase(): Database {
  shared.portalDatabase ??= openDatabase(getEnv().DATABASE_URL)
  return shared.portalDatabase.db
}

export async function closeDatabase(): Promise<void> {
  await shared.portalDatabase?.close()
  delete shared.portalDatabase
}

/** A transaction that sees what the actor's operator owns, and nothing else. */
export function asActor<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const staffId = actor.kind === 'staff' ? actor.staffId : undefined
  return inScope(getDatabase(), { operatorId: actor.operatorId, staffId }, work)
}
