import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mail } from '@/db/schema'
import type { EmailName } from '@/emails'

/** How many mails one operator sends to one address within an hour; more are delayed, none is dropped. */
export const hourlyLimit = 30
const HOUR_MS = 3_600_000

const atOnce: readonly string[] = ['one-time-code', 'password-reset', 'sign-in-locked'] satisfies EmailName[]

type Paced = Pick<typeof mail.$inferSelect, 'operatorId' | 'recipientHash' | 'firstTriedAt' | 'template'>

/**
 * When the recipient may get one more mail; undefined for at once. Tries of a mail that was tried before do not count,
 * and nobody waits for what lets them in. Until the transaction ends no other mail to the address is counted.
 */
export async function findPause(
  tx: Transaction,
  { operatorId, recipientHash, firstTriedAt, template }: Paced,
  now: Date,
): Promise<Date | undefined> {
  if (!recipientHash || firstTriedAt || atOnce.includes(template)) return undefined
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
