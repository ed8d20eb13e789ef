import { createHmac } from 'node:crypto'
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { signInGuard } from '@/db/schema'
import { installationKey } from '@/lib/vault/keys'

/** From where somebody tries to sign in. `source` is the client's address, `device` one that signed in before. */
export interface Whence {
  source: string
  device: string | undefined
}

/** Wrong passwords that a place has before it is closed to an account for a while. */
const FREE_TRIES = { device: 10, source: 5, strangers: 20 }
const LOCK_MS = 15 * 60_000
const FORGOTTEN_MS = 24 * 3_600_000

type Kind = keyof typeof FREE_TRIES

interface Place {
  kind: Kind
  hash: Buffer
}

const place = (kind: Kind, name: string): Place => ({
  kind,
  hash: createHmac('sha256', installationKey('sign-in-place')).update(`${kind}\0${name}`).digest(),
})

/**
 * Where a try counts. A known device has an allowance of its own, which no stranger can use up; a stranger has that of
 * the source, and all strangers together one more, so that many sources guess no more than a few.
 */
const placesOf = ({ source, device }: Whence): Place[] =>
  device === undefined ? [place('source', source), place('strangers', '')] : [place('device', device)]

export type Guard = Pick<typeof signInGuard.$inferSelect, 'emailHash' | 'place' | 'failures' | 'lockedUntil'> & {
  kind: Kind
}

/** Until when the places are closed; undefined when they are open. */
export function lockedUntil(guards: readonly Pick<Guard, 'lockedUntil'>[], now: Date): Date | undefined {
  const ends = guards.flatMap(({ lockedUntil: until }) => (until && until > now ? [until] : []))
  return ends.length > 0 ? new Date(Math.max(...ends.map(Number))) : undefined
}

/** The guards as they are, without a lock. */
export function readGuards(tx: Transaction, emailHash: Buffer, whence: Whence) {
  const hashes = placesOf(whence).map(({ hash }) => hash)
  return tx
    .select()
    .from(signInGuard)
    .where(and(eq(signInGuard.emailHash, emailHash), inArray(signInGuard.place, hashes)))
}

/** The guards, made where missing and locked, so that tries sent at the same moment are counted one after the other. */
export async function lockGuards(tx: Transaction, emailHash: Buffer, whence: Whence, now: Date): Promise<Guard[]> {
  const places = placesOf(whence).sort((a, b) => Buffer.compare(a.hash, b.hash))
  const rows = await tx
    .insert(signInGuard)
    .values(places.map(({ hash }) => ({ emailHash, place: hash, failures: 0, failedAt: now })))
    .onConflictDoUpdate({
      target: [signInGuard.emailHash, signInGuard.place],
      set: {
        failures: sql`case when ${signInGuard.failedAt} < ${before(now)}::timestamptz then 0 else ${signInGuard.failures} end`,
      },
    })
    .returning()
  return rows.map((row) => ({
    ...row,
    kind: places.find(({ hash }) => hash.equals(row.place))?.kind ?? 'source',
  }))
}

const before = (now: Date): string => new Date(now.getTime() - FORGOTTEN_MS).toISOString()

/** One more wrong password. Returns the kinds of places that it closes. */
export async function countFailure(tx: Transaction, guards: readonly Guard[], now: Date): Promise<Guard['kind'][]> {
  const closed: Guard['kind'][] = []
  for (const guard of guards) {
    const failures = guard.failures + 1
    const isLast = failures >= FREE_TRIES[guard.kind]
    if (isLast) closed.push(guard.kind)
    const until = isLast ? new Date(now.getTime() + LOCK_MS) : null
    await store(tx, guard, { failures: isLast ? 0 : failures, lockedUntil: until, failedAt: now })
  }
  return closed
}

/** A right password opens the place that it came from; what strangers did elsewhere stays counted. */
export async function forgive(tx: Transaction, guards: readonly Guard[]): Promise<void> {
  for (const guard of guards) {
    if (guard.kind !== 'strangers') await store(tx, guard, { failures: 0, lockedUntil: null })
  }
}

const store = (tx: Transaction, { emailHash, place }: Guard, values: Partial<typeof signInGuard.$inferInsert>) =>
  tx
    .update(signInGuard)
    .set(values)
    .where(and(eq(signInGuard.emailHash, emailHash), eq(signInGuard.place, place)))

/** Opens an account to everybody again, as somebody in charge asks. */
export const dropGuards = (tx: Transaction, emailHash: Buffer) =>
  tx.delete(signInGuard).where(eq(signInGuard.emailHash, emailHash))

/** Deletes what is a day old and counts no more. Returns how many rows it was. */
export async function dropOldGuards(tx: Transaction, now: Date): Promise<number> {
  const old = lt(signInGuard.failedAt, new Date(now.getTime() - FORGOTTEN_MS))
  const gone = await tx.delete(signInGuard).where(old).returning({ place: signInGuard.place })
  return gone.length
}
