import { sql } from 'drizzle-orm'
import { type Database, inScope } from '@/db/client'
import { operator, requestKey } from '@/db/schema'
import { getWorker } from '@/lib/health/queries'
import { unwrapVault } from '@/lib/vault/request-vault'
import { fault, type Finding, ok, unknown, warning } from './model'

/** More, and codes expire early, and the day of a receipt near midnight is another's. */
const APART_MS = 2_000

/** @param now asked twice: the database's own time lies between */
export async function examineClock(db: Database, now: () => Date): Promise<Finding> {
  const before = now().getTime()
  const [row] = await db.execute<{ ms: number }>(
    sql`select extract(epoch from clock_timestamp())::double precision * 1000 as ms`,
  )
  const after = now().getTime()
  const at = row?.ms ?? 0
  const apart = at < before ? before - at : Math.max(0, at - after)
  if (apart <= APART_MS) return ok('Clock', 'this machine and the database tell the same time')
  const todo = 'Let both machines keep time by NTP (timedatectl set-ntp true)'
  return fault('Clock', `this machine and the database are ${(apart / 1000).toFixed(0)} s apart`, todo)
}

export async function examineWorker(db: Database): Promise<Finding> {
  const { lastBeat, alive } = await getWorker(db)
  const todo = 'Start npm run worker, or look into its log: no mail leaves, no reminder is written without it'
  if (!lastBeat) return warning('Worker', 'none has run on this database in the last day', todo)
  if (!alive) return fault('Worker', `the last sign of life was at ${lastBeat.toISOString()}`, todo)
  return ok('Worker', `the last sign of life was at ${lastBeat.toISOString()}`)
}

/** Whether MASTER_KEY opens what is stored. Another key than before would seal new requests, and open none of the old. */
export async function examineKeys(db: Database): Promise<Finding> {
  const clinics = await db.select({ id: operator.id }).from(operator)
  for (const { id } of clinics) {
    const [row] = await inScope(db, { operatorId: id }, (tx) => tx.select().from(requestKey).limit(1))
    if (!row) continue
    try {
      unwrapVault(row.requestId, row.wrapped)
      return ok('Keys', 'MASTER_KEY opens what is stored')
    } catch {
      const todo =
        'Put the key back that the requests were sealed with; nothing else opens them. File nothing until then'
      return fault('Keys', 'MASTER_KEY is not the key that the stored requests are sealed with', todo)
    }
  }
  const todo = 'Nothing. Keep a copy of MASTER_KEY apart from the backups: without it they cannot be read'
  return unknown('Keys', 'no request is stored yet that MASTER_KEY could be tried on', todo)
}
