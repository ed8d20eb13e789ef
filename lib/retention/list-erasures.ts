import { and, eq, inArray, isNull } from 'drizzle-orm'
import { erasure, request } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'
import { addToList, type ErasureLine, hasList } from './list'

const BATCH = 500

/** Writes down, outside of the database, what was erased: a database that is restored from a backup learns of it again. */
export const listErasures = defineCommand({
  input: z.object({}),
  load: async (tx, { actor: { operatorId } }: Context<SystemActor>) =>
    tx
      .select({ erasure, request })
      .from(erasure)
      .innerJoin(request, eq(request.id, erasure.requestId))
      .where(
        and(eq(erasure.operatorId, operatorId), (await hasList(operatorId)) ? isNull(erasure.listedAt) : undefined),
      )
      .limit(BATCH)
      .for('update', { of: erasure, skipLocked: true }),
  allow: () => true,
  run: async (tx, { actor, now }, rows) => {
    if (rows.length === 0) return { ok: false, reason: 'nothing-new' }
    await addToList(actor.operatorId, rows.map(lineOf))
    const ids = rows.map((row) => row.erasure.requestId)
    await tx.update(erasure).set({ listedAt: now }).where(inArray(erasure.requestId, ids))
    return { ok: true, value: undefined, audit: [{ action: 'erasures.listed', data: { requests: ids.length } }] }
  },
})

function lineOf(row: { erasure: typeof erasure.$inferSelect; request: typeof request.$inferSelect }): ErasureLine {
  const { operatorId, requestId, ground, erasedAt, erasedBy } = row.erasure
  const { state, outcome, refusalGround, closedAt, closedOn } = row.request
  // Only what is closed is erased.
  if (!closedAt || !closedOn) throw new Error('An erased request is open')
  const instants = { erasedAt: erasedAt.toISOString(), closedAt: closedAt.toISOString() }
  return { operatorId, requestId, ground, erasedBy, state, outcome, refusalGround, closedOn, ...instants }
}
