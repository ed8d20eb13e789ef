import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { savedForm } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import { keysOf, readTicket } from './keys'

/** What was filed is kept no longer. A request that came from no saved form has an empty ticket. */
export async function forgetForm(tx: Transaction, { actor }: Context, ticket: string): Promise<void> {
  const key = readTicket(actor.operatorId, ticket)
  if (key !== undefined) await tx.delete(savedForm).where(eq(savedForm.id, keysOf(actor.operatorId, key).id))
}
