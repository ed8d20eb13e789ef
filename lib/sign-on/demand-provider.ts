import { and, count, eq, isNotNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { operator, provider, staff, staffMembership } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { canSetSignOn } from './permissions'

/**
 * The clinic's people come in by its provider alone, but for one named account, which keeps its password; or, with an empty
 * name, by either. Pages know it within ten seconds (`listOperators`).
 */
export const demandProvider = defineCommand({
  needsRecentProof: true,
  input: z.object({ emergency: z._default(z.union([z.uuid(), z.literal('')], 'badChoice'), '') }),
  load: async (tx, { actor: { operatorId } }: Context<StaffActor>) => {
    const [clinic] = await tx.select().from(operator).where(eq(operator.id, operatorId)).for('update')
    const [providers] = await tx.select({ n: count() }).from(provider).where(eq(provider.operatorId, operatorId))
    const people = await readWithPassword(tx, operatorId)
    return { clinic: found(clinic, 'operator'), providers: providers?.n ?? 0, people }
  },
  allow: canSetSignOn,
  run: async (tx, _ctx, { clinic, providers, people }, { emergency }) => {
    const next = { providerDemanded: emergency !== '', emergencyStaffId: emergency || null }
    if (next.providerDemanded && providers === 0) return { ok: false, reason: 'no-provider' }
    if (next.providerDemanded && !people.some(({ id }) => id === emergency)) {
      return { ok: false, reason: 'invalid', fields: { emergency: ['noPassword'] } }
    }
    const isSame =
      next.emergencyStaffId === clinic.emergencyStaffId && next.providerDemanded === clinic.providerDemanded
    if (isSame) return { ok: false, reason: 'same' }
    await tx.update(operator).set(next).where(eq(operator.id, clinic.id))
    const data = { demanded: next.providerDemanded, emergencyStaffId: next.emergencyStaffId }
    return { ok: true, value: undefined, audit: [{ action: 'settings.provider-demanded', data }] }
  },
})

export interface ProviderDemand {
  isDemanded: boolean
  emergencyStaffId: string | null
  /** Those of the clinic who have a password, one of whom may keep it. */
  people: { id: string; name: string }[]
}

/** As it is stored now, for whoever may change it. Throws `NotFoundError`. */
export async function getProviderDemand({ actor }: Context<StaffActor>): Promise<ProviderDemand> {
  if (!canSetSignOn(actor)) throw new NotFoundError('demand')
  return asActor(actor, async (tx) => {
    const [clinic] = await tx.select().from(operator).where(eq(operator.id, actor.operatorId))
    const { providerDemanded: isDemanded, emergencyStaffId } = found(clinic, 'operator')
    return { isDemanded, emergencyStaffId, people: await readWithPassword(tx, actor.operatorId) }
  })
}

const readWithPassword = (tx: Transaction, operatorId: string) =>
  tx
    .select({ id: staff.id, name: staff.name })
    .from(staffMembership)
    .innerJoin(staff, eq(staff.id, staffMembership.staffId))
    .where(and(eq(staffMembership.operatorId, operatorId), isNotNull(staff.passwordHash)))
    .orderBy(staff.name)
