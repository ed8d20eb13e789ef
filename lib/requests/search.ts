import { desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { request, requestClock, requestKey, requestSearch, staff } from '@/db/schema'
import { appendAudit } from '@/lib/audit/append'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import { onEnglishKeys } from '@/lib/text/keyboard'
import { typedNameKeys } from '@/lib/text/name-keys'
import { readPhone } from '@/lib/text/phone'
import { searchHash } from '@/lib/vault/search-hash'
import type { QueueRow } from './model'
import { can } from './permissions'
import { isNextClock, queueColumns } from './queue'
import { hasReference } from './reference'
import { storedHash } from './search-hashes'

const MOST = 50

/** A row found: unlike in the queue, its request may be closed. */
export type FoundRow = Omit<QueueRow, 'nextDueOn' | 'nextClock' | 'nextUnit' | 'nextStartedOn'> & {
  nextDueOn: QueueRow['nextDueOn'] | null
  nextClock: QueueRow['nextClock'] | null
  nextUnit: QueueRow['nextUnit'] | null
  nextStartedOn: QueueRow['nextStartedOn'] | null
}

/**
 * Search for a whole registration number, e-mail, phone or name, however it is typed. What was looked for is hashed before it
 * leaves here, and the audit row says only which kind of thing it was.
 */
export async function searchRequests(ctx: Context<StaffActor>, text: string): Promise<FoundRow[]> {
  if (!can(ctx.actor, 'view')) throw new NotFoundError('search')
  return asActor(ctx.actor, async (tx) => {
    let found: { by: string; rows: FoundRow[] } | undefined
    // A few digits may be a number of the register and, where there is none, a phone of the town.
    for (const [by, condition] of readingsOf(ctx.actor.operatorId, text)) {
      found = { by, rows: await select(tx).where(condition).orderBy(desc(request.receivedAt)).limit(MOST) }
      if (found.rows.length > 0) break
    }
    const { by, rows } = found ?? { by: 'name', rows: [] }
    await appendAudit(tx, ctx, [{ action: 'search.performed', data: { by, found: rows.length } }])
    return rows
  })
}

const select = (tx: Transaction) =>
  tx
    .select(queueColumns)
    .from(request)
    // What is erased is found by the register alone.
    .innerJoin(requestKey, eq(requestKey.requestId, request.id))
    .leftJoin(staff, eq(staff.id, request.assigneeId))
    .leftJoin(requestClock, isNextClock)

/** What the text can be, the likeliest first. */
function readingsOf(operatorId: string, text: string): (readonly [by: string, condition: SQL])[] {
  if (text.includes('@')) return [['email', hasEmail(operatorId, text)]]
  const number = hasReference(operatorId, text)
  const english = onEnglishKeys(text)
  const names = typedNameKeys(text).map((key) => storedHash('name', operatorId, key))
  return [
    ...(number ? [['reference', number] as const] : []),
    ...(readPhone(text) ? [['phone', hasHash(operatorId, [storedHash('phone', operatorId, text)])] as const] : []),
    ...(/\p{L}/u.test(text) && names.length > 0 ? [['name', hasHash(operatorId, names)] as const] : []),
    ...(english.includes('@') ? [['email', hasEmail(operatorId, english)] as const] : []),
  ]
}

const hasEmail = (operatorId: string, text: string): SQL => eq(request.emailHash, searchHash('email', operatorId, text))

const hasHash = (operatorId: string, hashes: Buffer[]): SQL =>
  inArray(
    request.id,
    sql`(select ${requestSearch.requestId} from ${requestSearch}
      where ${requestSearch.operatorId} = ${operatorId} and ${inArray(requestSearch.hash, hashes)})`,
  )
