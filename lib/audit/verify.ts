import { and, asc, eq, gt } from 'drizzle-orm'
import { ask, type Database, setScope, type Transaction } from '@/db/client'
import { auditEvent, auditHead, operator } from '@/db/schema'
import { INSTALLATION } from '@/lib/core/actor'
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

/** What became of one chain; `name` is the operator's slug, or 'installation'. */
export interface ChainProof {
  name: string
  rows: number
  fault?: ChainFault
}

/** Walks every chain there is: the installation's first, then each operator's, the retired ones too. */
export async function verifyAllChains(db: Database): Promise<ChainProof[]> {
  const { id: operatorId, slug, position } = operator
  const operators = await ask(db, () => db.select({ id: operatorId, name: slug }).from(operator).orderBy(asc(position)))
  const proofs: ChainProof[] = []
  for (const { id, name } of [{ id: INSTALLATION, name: 'installation' }, ...operators]) {
    // One snapshot: what is written meanwhile must not look like a tail that was cut off.
    const proof = await ask(db, () =>
      db.transaction(
        async (tx) => {
          await setScope(tx, { operatorId: id })
          return verifyChain(tx, id)
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),
    )
    proofs.push({ name, ...proof })
  }
  return proofs
}
