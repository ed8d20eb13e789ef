import { and, eq, inArray } from 'drizzle-orm'
import { request, requestKey, requestSearch } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { unwrapVault } from '@/lib/vault/request-vault'
import { z } from 'zod/mini'
import { openPersonalData } from './personal-data'
import { searchRows } from './search-hashes'

const BATCH = 200

/**
 * Hashes anew what some requests are found by: those of before the way of hashing changed, which a migration has marked. What
 * is hashed is sealed, so no migration can do it. Each call is a batch that stands by itself; a kill loses none.
 */
export const rehashSearch = defineCommand({
  input: z.object({ limit: z._default(z.int(), BATCH) }),
  load: (tx, ctx: Context<SystemActor>, { limit }) =>
    tx
      .select({
        id: request.id,
        operatorId: request.operatorId,
        personal: request.personal,
        wrapped: requestKey.wrapped,
      })
      .from(request)
      .leftJoin(requestKey, eq(requestKey.requestId, request.id))
      .where(and(eq(request.operatorId, ctx.actor.operatorId), eq(request.searchStale, true)))
      .limit(limit)
      .for('update', { of: request, skipLocked: true }),
  allow: () => true,
  run: async (tx, _ctx, stale) => {
    if (stale.length === 0) return { ok: false, reason: 'nothing-stale' }
    const ids = stale.map(({ id }) => id)
    // Of an erased request nothing can be opened, and nothing is to be found.
    const rows = searchRows(
      stale.flatMap(({ wrapped, ...row }) =>
        wrapped ? [{ ...row, personal: openPersonalData(unwrapVault(row.id, wrapped), row) }] : [],
      ),
    )
    await tx.delete(requestSearch).where(inArray(requestSearch.requestId, ids))
    if (rows.length > 0) await tx.insert(requestSearch).values(rows)
    await tx.update(request).set({ searchStale: false }).where(inArray(request.id, ids))
    return { ok: true, value: undefined, audit: [{ action: 'search.rehashed', data: { requests: ids.length } }] }
  },
})
