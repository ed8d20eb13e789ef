import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { lt, sql } from 'drizzle-orm'
import { ask, type Database } from '@/db/client'
import { workerBeat } from '@/db/schema'
import { getDatabase } from '@/lib/core/database'
import { errorFields, log } from '@/lib/log'

const EVERY_MS = 10_000

/** Says every ten seconds that this worker lives; the health page reads it. Returns how to stop. */
export async function startBeating(): Promise<() => void> {
  const name = `${hostname()}:${randomUUID().slice(0, 8)}`
  const write = async (db: Database) => {
    await db
      .insert(workerBeat)
      .values({ name, at: sql`now()` })
      .onConflictDoUpdate({ target: workerBeat.name, set: { at: sql`now()` } })
    await db.delete(workerBeat).where(lt(workerBeat.at, sql`now() - interval '1 day'`))
  }
  const beat = () => ask(getDatabase(), write)
  await beat()
  const timer = setInterval(
    () => void beat().catch((error: unknown) => log('beat.failed', errorFields(error))),
    EVERY_MS,
  )
  return () => clearInterval(timer)
}
