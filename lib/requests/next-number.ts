import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { registerCounter } from '@/db/schema'

/**
 * Makes the year's counter of a clinic, or locks the one there is: an update that changes nothing. Filings of one clinic follow
 * each other, so that the register has no gap and no double. A query, to be sent where it stands among others.
 */
export const lockCounter = (tx: Transaction, operatorId: string, year: number) =>
  tx
    .insert(registerCounter)
    .values({ operatorId, year, last: 0 })
    .onConflictDoUpdate({
      target: [registerCounter.operatorId, registerCounter.year],
      set: { last: sql`${registerCounter.last}` },
    })
    .returning()

/** What follows the number that was given last. It is used up by `storeNumber` alone, in the transaction that has the lock. */
export const nextNumber = (counter: { last: number } | undefined): number => (counter?.last ?? 0) + 1

export const storeNumber = (tx: Transaction, operatorId: string, year: number, number: number) =>
  tx
    .update(registerCounter)
    .set({ last: number })
    .where(and(eq(registerCounter.operatorId, operatorId), eq(registerCounter.year, year)))
