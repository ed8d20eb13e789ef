import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mail } from '@/db/schema'

/** How many mails one operator sends to one address within an hour; more are delayed, none is dropped. */
export const hourlyLimit = 30
const HOUR_MS = 3_600_000

type Paced = Pick<typeof mail.$inferSelect, 'operatorId' | 'recipientHash' | 'firstTriedAt' | 'template'>

/**
 * When the recipient may get one more mail; undefined for at once. Tries of a mail that was tried before do not count,
 * and nobody waits for a code to sign in. Until the transaction ends no other mail to the address is counted.
 */
export async function findPause(
  tx: Transaction,
  { operatorId, recipientHash, firstTriedAt, template }: Paced,
  now: Date,
): Promise<Date | undefined> {
  if (!recipientHash || firstTriedAt || template === 'one-time-code') return undefined
  await tx.execute(sql`select pg_advisory_xact_lock(${recipientHash.readBigInt64BE(0).toString()}::bigint)`)
  const [blocking] = await tx
    .select({ at: mail.firstTriedAt })
    .from(mail)
    .where(
      and(
        eq(mail.operatorId, operatorId),
        eq(mail.recipientHash, recipientHash),
        gt(mail.firstTriedAt, new Date(now.getTime() - HOUR_MS)),
      ),
    )
    .orderBy(desc(mail.firstTriedAt))
    .offset(hourlyLimit - 1)
    .limit(1)
  return blocking?.at ? new Date(blocking.at.getTime() + HOUR_MS) : undefined
}
