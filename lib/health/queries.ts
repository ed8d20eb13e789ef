import { and, count, desc, eq, gt, min, sql } from 'drizzle-orm'
import { ask, type Database, inScope } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json'
import { mail, workerBeat } from '@/db/schema'
import { INSTALLATION } from '@/lib/core/actor'
import { getHealthDatabase } from '@/lib/core/database'
import { listOperators } from '@/lib/operators/queries'
import packageJson from '@/package.json'

/** How the installation is; it names nobody, so that anybody may ask. */
export interface Health {
  /** `down`: no database, tables of another version, no worker for a minute, or due mail that nobody sends. */
  status: 'ok' | 'down'
  version: string
  database: { up: boolean; latencyMs: number | null }
  migrations: { applied: number; expected: number; upToDate: boolean }
  worker: { lastBeat: Date | null; alive: boolean }
  /** `oldestUnsent` is when the oldest waiting mail was written; `failed` counts the last seven days. */
  mail: { oldestUnsent: Date | null; queued: number; failed: number }
}

const PATIENCE_MS = 5_000
const lastWeek = sql`now() - interval '7 days'`
const expected = journal.entries.length
const unknown = {
  status: 'down',
  version: packageJson.version,
  database: { up: false, latencyMs: null },
  migrations: { applied: 0, expected, upToDate: false },
  worker: { lastBeat: null, alive: false },
  mail: { oldestUnsent: null, queued: 0, failed: 0 },
} as const satisfies Health

/** Asks everything that must work, within five seconds. Never throws: what cannot be reached is down. */
export async function getHealth(): Promise<Health> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve(unknown), PATIENCE_MS)
  })
  try {
    return await Promise.race([check(), late])
  } finally {
    clearTimeout(timer)
  }
}

async function check(): Promise<Health> {
  const begin = performance.now()
  const up = await isUp(getHealthDatabase())
  if (!up) return unknown
  const health = { ...unknown, database: { up, latencyMs: Math.round((performance.now() - begin) * 10) / 10 } }
  try {
    const migrations = await ask(getHealthDatabase(), getMigrations)
    // Without its tables there is nothing more to ask.
    if (!migrations.upToDate) return { ...health, migrations }
    const worker = await ask(getHealthDatabase(), getWorker)
    const { isLate, ...outbox } = await checkMail(getHealthDatabase())
    return { ...health, migrations, worker, mail: outbox, status: worker.alive && !isLate ? 'ok' : 'down' }
  } catch {
    return health
  }
}

/** Whether a statement is answered; without waiting for room, so that a full server shows. */
const isUp = (db: Database): Promise<boolean> =>
  db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )

/** A database that is ahead is up to date: while a new version is rolled out, the old one goes on. */
export async function getMigrations(db: Database): Promise<Health['migrations']> {
  const applied = await db
    .execute<{ applied: number }>(sql`select count(*)::int as applied from drizzle.__drizzle_migrations`)
    .then(
      ([row]) => row?.applied ?? 0,
      () => 0,
    )
  return { applied, expected, upToDate: applied >= expected }
}

/** The last sign of life of any worker, and whether it is a minute old at most. */
export async function getWorker(db: Database): Promise<Health['worker']> {
  const [beat] = await db
    .select({ at: workerBeat.at, alive: sql<boolean>`${workerBeat.at} > now() - interval '60 seconds'` })
    .from(workerBeat)
    .orderBy(desc(workerBeat.at))
    .limit(1)
  return { lastBeat: beat?.at ?? null, alive: beat?.alive ?? false }
}

/**
 * Late is a mail whose time to be tried is 15 minutes past: nobody works the outbox. While a mail server is down each
 * try sets the next time, so that its fault is not taken for ours.
 */
async function checkMail(db: Database): Promise<Health['mail'] & { isLate: boolean }> {
  const total = { oldestUnsent: null as Date | null, queued: 0, failed: 0, isLate: false }
  const operatorIds = (await listOperators()).map(({ id }) => id)
  for (const operatorId of [INSTALLATION, ...operatorIds]) {
    const one = await inScope(db, { operatorId }, async (tx) => {
      const [waiting] = await tx
        .select({
          queued: count(),
          oldest: min(mail.createdAt),
          isLate: sql<boolean | null>`min(${mail.nextAttemptAt}) < now() - interval '15 minutes'`,
        })
        .from(mail)
        .where(and(eq(mail.operatorId, operatorId), eq(mail.state, 'queued')))
      const [failed] = await tx
        .select({ count: count() })
        .from(mail)
        .where(and(eq(mail.operatorId, operatorId), eq(mail.state, 'failed'), gt(mail.createdAt, lastWeek)))
      return { ...waiting, failed: failed?.count ?? 0 }
    })
    total.queued += one.queued ?? 0
    total.failed += one.failed
    total.isLate ||= one.isLate ?? false
    const oldest = one.oldest ?? null
    if (oldest && (!total.oldestUnsent || oldest < total.oldestUnsent)) total.oldestUnsent = oldest
  }
  return total
}
