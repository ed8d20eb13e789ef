import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { message } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import { submissionKey } from '@/lib/requests/submission'
import type { RequestVault } from '@/lib/vault/request-vault'

/**
 * The id of a message out of the form that sends it, and whether it is stored already: the form has come before, and its
 * answer was lost. Whoever calls has locked the request.
 */
export async function findSent(
  tx: Transaction,
  ctx: Context,
  input: { submissionId: string; requestId: string; text: string },
): Promise<{ id: string; isSent: boolean }> {
  const id = submissionKey({ ...input, ...(ctx.actor.kind === 'staff' && { staffId: ctx.actor.staffId }) })
  const rows = await tx.select({ id: message.id }).from(message).where(eq(message.id, id))
  return { id, isSent: rows.length > 0 }
}

/** Stores one message of a case, sealed. */
export async function storeMessage(
  tx: Transaction,
  ctx: Context,
  { id, requestId, vault, text }: { id: string; requestId: string; vault: RequestVault; text: string },
): Promise<void> {
  await tx.insert(message).values({
    id,
    operatorId: ctx.actor.operatorId,
    requestId,
    author: ctx.actor.kind === 'staff' ? 'staff' : 'requester',
    staffId: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
    text: vault.seal('message:text', id, text),
    sentAt: ctx.now,
  })
}
