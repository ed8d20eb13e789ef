import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/db/client'
import { message } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import type { RequestVault } from '@/lib/vault/request-vault'

/** Stores one message of a case, sealed. */
export async function storeMessage(
  tx: Transaction,
  ctx: Context,
  { requestId, vault, text }: { requestId: string; vault: RequestVault; text: string },
): Promise<void> {
  const id = randomUUID()
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
