import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mail } from '@/db/schema'
import { countUp } from '@/lib/limits/count'
import { fullUntil } from '@/lib/limits/model'
import { emailKey } from '@/lib/text/email'
import { foldRuleOf } from './fold-rules'

type Paced = Pick<typeof mail.$inferSelect, 'operatorId' | 'foldKey' | 'firstTriedAt'>

/**
 * When the recipient may get one more mail of the kind; undefined for at once. Only what strangers can cause in any number
 * waits, and only behind its own kind; tries of a mail that was tried before do not. Until the transaction ends no other
 * mail of the key is counted or folded.
 */
export async function findPause(
  tx: Transaction,
  { operatorId, foldKey, firstTriedAt }: Paced,
  to: string,
  now: Date,
): Promise<Date | undefined> {
  if (!foldKey || firstTriedAt) return undefined
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${operatorId}:${foldKey}`}, 0))`)
  const { name, pace } = foldRuleOf(foldKey)
  if (name === 'request-received') {
    return fullUntil('receipt-mailbox', await countUp('receipt-mailbox', [emailKey(to)], now))
  }
  if (!pace) return undefined
  const [blocking] = await tx
    .select({ at: mail.firstTriedAt })
    .from(mail)
    .where(
      and(
        eq(mail.operatorId, operatorId),
        eq(mail.foldKey, foldKey),
        gt(mail.firstTriedAt, new Date(now.getTime() - pace.withinMs)),
      ),
    )
    .orderBy(desc(mail.firstTriedAt))
    .offset(pace.most - 1)
    .limit(1)
  return blocking?.at ? new Date(blocking.at.getTime() + pace.withinMs) : undefined
}
