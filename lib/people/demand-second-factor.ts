import { eq } from 'drizzle-orm'
import { operator } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { date } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { canManagePeople } from './permissions'

/**
 * From a day on the clinic's people work with a second step of signing in alone; an empty day demands none. Pages know it
 * within ten seconds (`listOperators`).
 */
export const demandSecondFactor = defineCommand({
  needsRecentProof: true,
  input: z.object({ from: z._default(date(), '') }),
  load: async (tx, { actor }: Context<StaffActor>) => {
    const [row] = await tx.select().from(operator).where(eq(operator.id, actor.operatorId)).for('update')
    return found(row, 'operator')
  },
  allow: canManagePeople,
  run: async (tx, { today }, { id, secondFactorFrom: before }, { from }) => {
    const next = from === '' ? null : from
    if (next === before) return { ok: false, reason: 'same-day' }
    if (next !== null && next < today) return { ok: false, reason: 'invalid', fields: { from: ['dayPassed'] } }
    await tx.update(operator).set({ secondFactorFrom: next }).where(eq(operator.id, id))
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'settings.second-factor', data: { before: before ?? 'none', after: next ?? 'none' } }],
    }
  },
})

/** The day as it is stored now, for whoever may change it. Throws `NotFoundError`. */
export async function getSecondFactorDemand({ actor }: Context<StaffActor>): Promise<CalendarDate | null> {
  if (!canManagePeople(actor)) throw new NotFoundError('demand')
  return asActor(actor, async (tx) => {
    const [row] = await tx
      .select({ from: operator.secondFactorFrom })
      .from(operator)
      .where(eq(operator.id, actor.operatorId))
    return found(row, 'operator').from
  })
}

/**
 * Whether somebody has to turn the second step on before they see anything of a clinic. Whom the clinic's provider signs in
 * proves themselves there, by as many steps as the clinic has set there.
 */
export const owesSecondFactor = (
  { hasSecondFactor, providerId = null }: { hasSecondFactor: boolean; providerId?: string | null },
  { secondFactorFrom }: { secondFactorFrom: CalendarDate | null },
  today: CalendarDate,
): boolean => !hasSecondFactor && providerId === null && secondFactorFrom !== null && secondFactorFrom <= today
