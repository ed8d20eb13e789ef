import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { auditEvent, auditHead } from '@/db/schema'
import { actorId } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import type { AuditAction } from './actions'
import { GENESIS, hashEvent } from './chain'

/** One thing that happened. `data` holds ids, dates and literals: never anything personal. */
export interface AuditDraft {
  action: AuditAction
  requestId?: string
  data?: Record<string, string | number | boolean | null | string[]>
}

/**
 * Appends to the operator's chain. The head stays locked until the transaction ends, so the order is total: write it last.
 */
export async function appendAudit(tx: Transaction, ctx: Context, drafts: readonly AuditDraft[]): Promise<void> {
  if (drafts.length === 0) return
  const { operatorId } = ctx.actor
  let { seq, hash } = await lockHead(tx, operatorId)
  const rows = drafts.map((draft) => {
    const event = {
      operatorId,
      seq: ++seq,
      at: ctx.now,
      actorKind: ctx.actor.kind,
      actorId: actorId(ctx.actor),
      action: draft.action,
      requestId: draft.requestId ?? null,
      data: draft.data ?? {},
      previousHash: hash,
    }
    hash = hashEvent(event)
    return { ...event, hash }
  })
  await Promise.all([
    tx.insert(auditEvent).values(rows),
    tx.update(auditHead).set({ seq, hash }).where(eq(auditHead.operatorId, operatorId)),
  ])
}

/** Makes the first head, or locks the one there is, in one statement: an update that changes nothing. */
async function lockHead(tx: Transaction, operatorId: string): Promise<typeof auditHead.$inferSelect> {
  const [head] = await tx
    .insert(auditHead)
    .values({ operatorId, seq: 0, hash: GENESIS })
    .onConflictDoUpdate({ target: auditHead.operatorId, set: { seq: sql`${auditHead.seq}` } })
    .returning()
  if (!head) throw new Error('The audit chain has no head')
  return head
}
