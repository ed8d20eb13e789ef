import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { request, requestClock, requestKey } from '@/db/schema'
import { found } from '@/lib/core/errors'

export type LockedRequest = typeof request.$inferSelect & { clocks: (typeof requestClock.$inferSelect)[] }

/**
 * The request with its clocks, locked until the transaction ends. Another operator's is `NotFoundError`, and one that is
 * erased: nothing can be done to it any more.
 */
export async function lockRequest(tx: Transaction, requestId: string): Promise<LockedRequest> {
  const [row] = await tx.select().from(request).where(eq(request.id, requestId)).for('update')
  const locked = found(row, 'request')
  const [[key], clocks] = await Promise.all([
    tx.select({ of: requestKey.requestId }).from(requestKey).where(eq(requestKey.requestId, requestId)),
    tx.select().from(requestClock).where(eq(requestClock.requestId, requestId)).orderBy(requestClock.dueOn),
  ])
  found(key, 'request key')
  return { ...locked, clocks }
}
