import { and, count, eq, isNull } from 'drizzle-orm'
import { operator, provider, staffSession } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { canSetSignOn } from './permissions'

/** A provider says no more who the clinic's people are: what it began ends, and whom it has named it would name anew. */
export const removeProvider = defineCommand({
  needsRecentProof: true,
  input: z.object({ providerId: z.uuid() }),
  load: async (tx, { actor: { operatorId } }: Context<StaffActor>, { providerId }) => {
    const [clinic] = await tx.select().from(operator).where(eq(operator.id, operatorId)).for('update')
    const own = eq(provider.operatorId, operatorId)
    const [row] = await tx
      .select()
      .from(provider)
      .where(and(own, eq(provider.id, providerId)))
      .for('update')
    const [all] = await tx.select({ n: count() }).from(provider).where(own)
    return {
      provider: found(row, 'provider'),
      isDemanded: found(clinic, 'operator').providerDemanded,
      all: all?.n ?? 0,
    }
  },
  allow: canSetSignOn,
  run: async (tx, { now }, { provider: { id }, isDemanded, all }) => {
    // Nobody but the emergency account would get in any more.
    if (isDemanded && all === 1) return { ok: false, reason: 'demanded' }
    const began = and(eq(staffSession.providerId, id), isNull(staffSession.endedAt))
    await tx.update(staffSession).set({ endedAt: now }).where(began)
    await tx.delete(provider).where(eq(provider.id, id))
    return { ok: true, value: undefined, audit: [{ action: 'settings.provider-removed', data: { providerId: id } }] }
  },
})
