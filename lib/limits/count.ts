import { createHmac } from 'node:crypto'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { ask } from '@/db/client'
import { limitCount } from '@/db/schema'
import { getReferenceDatabase } from '@/lib/core/database'
import { installationKey } from '@/lib/vault/keys'
import { type Counted, type LimitName, limits } from './model'

// Each a statement of its own, apart from any transaction: two floods do not wait for each other's counters, and what is
// refused counts as well.

/** Who or what is counted, as a keyed hash: the table names no address and no mailbox. */
const keyOf = (limit: LimitName, whose: readonly string[]): Buffer =>
  createHmac('sha256', installationKey('limits'))
    .update([limit, ...whose].join('\0'))
    .digest()

/** Counts one more, in the window that is open or else in a new one. */
export async function countUp(limit: LimitName, whose: readonly string[], now: Date): Promise<Counted> {
  const endsAt = new Date(now.getTime() + limits[limit].withinMs)
  const isOver = sql`${limitCount.endsAt} <= ${now.toISOString()}::timestamptz`
  const [row] = await ask(getReferenceDatabase(), (db) =>
    db
      .insert(limitCount)
      .values({ key: keyOf(limit, whose), count: 1, endsAt })
      .onConflictDoUpdate({
        target: limitCount.key,
        set: {
          count: sql`case when ${isOver} then 1 else ${limitCount.count} + 1 end`,
          endsAt: sql`case when ${isOver} then excluded.ends_at else ${limitCount.endsAt} end`,
        },
      })
      .returning({ count: limitCount.count, endsAt: limitCount.endsAt }),
  )
  return row ?? { count: 1, endsAt }
}

/** What was counted so far; nothing, in a window that is over. */
export async function readCount(limit: LimitName, whose: readonly string[], now: Date): Promise<Counted> {
  const [row] = await ask(getReferenceDatabase(), (db) =>
    db
      .select({ count: limitCount.count, endsAt: limitCount.endsAt })
      .from(limitCount)
      .where(and(eq(limitCount.key, keyOf(limit, whose)), gt(limitCount.endsAt, now))),
  )
  return row ?? { count: 0, endsAt: now }
}

/** Begins anew: whoever it was has shown that they are no stranger. */
export async function forgetCount(limit: LimitName, whose: readonly string[]): Promise<void> {
  await ask(getReferenceDatabase(), (db) => db.delete(limitCount).where(eq(limitCount.key, keyOf(limit, whose))))
}

/** Removes the windows that are over. */
export async function sweepCounts(now: Date): Promise<void> {
  await ask(getReferenceDatabase(), (db) => db.delete(limitCount).where(lte(limitCount.endsAt, now)))
}
