import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { request, requestClock } from '@/db/schema'
import { found } from '@/lib/core/errors'

export type LockedRequest = typeof request.$inferSelect & { clocks: (typeof requestClock.$inferSelect)[] }

/** The request with its clocks, locked until the transaction ends. Another operator's is `NotFoundError`. */
export async function lockRequest(tx: Transaction, requestId: string): Promise<LockedRequest> {
  const [row] = await tx.select().from(request).where(eq(request.id, requestId)).for('update')
  const locked = found(row, 'request')
  const clocks = await tx
    .select()
    .from(requestClock)
    .where(eq(requestClock.requestId, requestId))
    .orderBy(requestClock.dueOn)
  return { ...locked, clocks }
}
