import { asc } from 'drizzle-orm'
import { ask, type Database, setScope } from '@/db/client'
import { operator } from '@/db/schema'
import { INSTALLATION } from '@/lib/core/actor'
import { type ChainFault, verifyChain } from './verify'

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
