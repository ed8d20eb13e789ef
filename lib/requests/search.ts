import { desc, eq } from 'drizzle-orm'
import { request, requestClock, staff } from '@/db/schema'
import { appendAudit } from '@/lib/audit/append'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import { type SearchField, searchHash } from '@/lib/vault/search-hash'
import type { QueueRow } from './model'
import { can } from './permissions'
import { isNextClock, queueColumns } from './queue'
import { hasReference } from './reference'

const MOST = 50

/** A row found: unlike in the queue, its request may be closed. */
export type FoundRow = Omit<QueueRow, 'nextDueOn' | 'nextClock' | 'nextUnit' | 'nextStartedOn'> & {
  nextDueOn: QueueRow['nextDueOn'] | null
  nextClock: QueueRow['nextClock'] | null
  nextUnit: QueueRow['nextUnit'] | null
  nextStartedOn: QueueRow['nextStartedOn'] | null
}

/**
 * Exact search by registration number, e-mail, phone or surname. What was looked for is hashed before it leaves here,
 * and the audit row says only which kind of thing it was.
 */
export async function searchRequests(ctx: Context<StaffActor>, text: string): Promise<FoundRow[]> {
  if (!can(ctx.actor, 'view')) throw new NotFoundError('search')
  const { operatorId } = ctx.actor
  const reference = hasReference(operatorId, text)
  const field = fieldOf(text)
  const hash = searchHash(field, operatorId, text)
  const column = { email: request.emailHash, phone: request.phoneHash, surname: request.surnameHash }[field]
  return asActor(ctx.actor, async (tx) => {
    const rows = await tx
      .select(queueColumns)
      .from(request)
      .leftJoin(staff, eq(staff.id, request.assigneeId))
      .leftJoin(requestClock, isNextClock)
      .where(reference ?? eq(column, hash))
      .orderBy(desc(request.receivedAt))
      .limit(MOST)
    await appendAudit(tx, ctx, [
      { action: 'search.performed', data: { by: reference ? 'reference' : field, found: rows.length } },
    ])
    return rows
  })
}

function fieldOf(text: string): SearchField {
  if (text.includes('@')) return 'email'
  return /^\+?[\d\s().-]{6,}$/.test(text.trim()) ? 'phone' : 'surname'
}
