import { isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { termRule } from '@/db/schema'

export type TermRule = typeof termRule.$inferSelect

/** The rules in force of the operator that the transaction is scoped to. */
export function listTermRules(tx: Transaction): Promise<TermRule[]> {
  return tx.select().from(termRule).where(isNull(termRule.supersededAt))
}
