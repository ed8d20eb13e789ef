import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { request, requestSearch } from '@/db/schema'
import { lineKeys, personKeys } from '@/lib/text/name-keys'
import { searchHash } from '@/lib/vault/search-hash'
import type { PersonalData } from './model'

/** 128 bits: no two things of one clinic meet there. */
const BYTES = 16

/** The hash that `request_search` has of a phone number, or of a key of a name. */
export const storedHash = (field: 'phone' | 'name', operatorId: string, value: string): Buffer =>
  searchHash(field, operatorId, value).subarray(0, BYTES)

/** What a request is found by beside its number and its mailbox: who it is about, who asks for them, and the phone. */
function hashesOf(operatorId: string, { subject, representative, authority, contact }: PersonalData): Buffer[] {
  const names = [
    ...personKeys(subject),
    ...(representative ? personKeys(representative) : []),
    ...(authority ? [...lineKeys(authority.name), ...lineKeys(authority.official)] : []),
  ]
  const hashes = [...new Set(names)].map((key) => storedHash('name', operatorId, key))
  return contact.phone ? [...hashes, storedHash('phone', operatorId, contact.phone)] : hashes
}

/** The rows that stand for what these requests say. */
export const searchRows = (
  requests: readonly { id: string; operatorId: string; personal: PersonalData }[],
): (typeof requestSearch.$inferInsert)[] =>
  requests.flatMap(({ id, operatorId, personal }) =>
    hashesOf(operatorId, personal).map((hash) => ({ operatorId, hash, requestId: id })),
  )

/** Takes all that a request could be found by out of the tables, but for its number: its mailbox, its names, its phone. */
export async function eraseSearchHashes(tx: Transaction, requestId: string): Promise<void> {
  await tx.delete(requestSearch).where(eq(requestSearch.requestId, requestId))
  await tx.update(request).set({ emailHash: null, searchStale: false }).where(eq(request.id, requestId))
}
