import { and, asc, eq, gt } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { auditEvent, auditHead } from '@/db/schema'
import { GENESIS, hashEvent } from './chain'

const PAGE = 5_000

/** What is wrong with a chain, and at which row; `seq` counts from 1 within the operator. */
export interface ChainFault {
  seq: number
  fault: 'gap' | 'changed' | 'previous-hash' | 'cut-tail'
}

/** Walks one operator's chain from its first row. `rows` is how many stood the proof. */
export async function verifyChain(tx: Transaction, operatorId: string): Promise<{ rows: number; fault?: ChainFault }> {
  let expected = 1
  let previous: Buffer = GENESIS
  for (;;) {
    const page = await tx
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.operatorId, operatorId), gt(auditEvent.seq, expected - 1)))
      .orderBy(asc(auditEvent.seq))
      .limit(PAGE)
    for (const { hash, ...event } of page) {
      if (event.seq !== expected) return { rows: expected - 1, fault: { seq: expected, fault: 'gap' } }
      if (!event.previousHash.equals(previous))
        return { rows: expected - 1, fault: { seq: expected, fault: 'previous-hash' } }
      if (!hashEvent(event).equals(hash)) return { rows: expected - 1, fault: { seq: expected, fault: 'changed' } }
      previous = hash
      expected += 1
    }
    if (page.length < PAGE) break
  }
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.operatorId, operatorId))
  const end = { seq: head?.seq ?? 0, hash: head?.hash ?? GENESIS }
  const whole = end.seq === expected - 1 && end.hash.equals(previous)
  return whole ? { rows: expected - 1 } : { rows: expected - 1, fault: { seq: expected, fault: 'cut-tail' } }
}
