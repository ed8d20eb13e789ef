import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { answer, request, requestSearch } from '@/db/schema'
import { localDate } from '@/lib/core/zoned'
import { getOperator } from '@/lib/operators/queries'
import { fullNameKey } from '@/lib/text/name-keys'
import type { PersonalData, RelatedRequest } from './model'
import { storedHash } from './search-hashes'

/** More than anybody looks through; the search finds all of them. */
const MOST = 10

/**
 * Other requests that may be of the same person, the newest first: of the same mailbox, the same telephone, or the same surname
 * and first name, whoever of the two asked or was asked for. A namesake is among them: they are proposals.
 */
export async function listRelated(
  tx: Transaction,
  row: Pick<typeof request.$inferSelect, 'id' | 'operatorId' | 'emailHash'>,
  { subject, representative, contact }: PersonalData,
): Promise<RelatedRequest[]> {
  const names = [subject, representative].flatMap((name) => (name && fullNameKey(name)) || [])
  const hashes = [
    ...names.map((key) => storedHash('name', row.operatorId, key)),
    ...(contact.phone ? [storedHash('phone', row.operatorId, contact.phone)] : []),
  ]
  if (hashes.length === 0 && !row.emailHash) return []
  // Two indexes, each read by itself: an OR over both would read the whole register.
  const found = sql`(
    select ${request.id} from ${request}
    where ${request.operatorId} = ${row.operatorId} and ${request.emailHash} = ${row.emailHash}
    union
    select ${requestSearch.requestId} from ${requestSearch}
    where ${requestSearch.operatorId} = ${row.operatorId} and ${hashes.length > 0 ? inArray(requestSearch.hash, hashes) : sql`false`}
  )`
  const { timeZone } = await getOperator(row.operatorId)
  const rows = await tx
    .select({
      ...{ id: request.id, reference: request.reference, kind: request.kind, state: request.state },
      ...{ receivedOn: request.receivedOn, outcome: answer.outcome, releasedAt: answer.releasedAt },
      sameMailbox: sql<boolean>`coalesce(${request.emailHash} = ${row.emailHash}, false)`,
    })
    .from(request)
    .leftJoin(answer, eq(answer.requestId, request.id))
    .where(and(ne(request.id, row.id), inArray(request.id, found)))
    .orderBy(desc(request.receivedAt), desc(request.id))
    .limit(MOST)
  return rows.map(({ releasedAt, outcome, ...other }) => ({
    ...other,
    outcome: releasedAt ? outcome : null,
    answeredOn: releasedAt && localDate(releasedAt, timeZone),
  }))
}
