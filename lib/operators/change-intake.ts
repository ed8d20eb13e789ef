import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { type IntakeState, intakeStates } from '@/db/enums'
import { operator } from '@/db/schema'
import type { StaffActor, SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { listColleagues } from '@/lib/people/queries'
import { canPublishProfile } from './permissions'

/**
 * Whether the clinic's pages take requests. Nothing else changes: cases go on, their clocks run, and what comes by post or by
 * word is registered by hand. Pages know it within half a minute (`listOperators`, and the page that is kept).
 */
export const changeIntake = defineCommand({
  needsRecentProof: true,
  input: z.object({ intake: z.enum(intakeStates, 'badChoice') }),
  load: async (tx, { actor }: Context<StaffActor | SystemActor>) => {
    const [row] = await tx.select().from(operator).where(eq(operator.id, actor.operatorId)).for('update')
    return found(row, 'operator')
  },
  allow: canPublishProfile,
  run: async (tx, _ctx, { id, intake: before }, { intake }) => {
    if (intake === before) return { ok: false, reason: 'same-intake' }
    // Clocks would run for requests of which nobody hears.
    if (intake === 'open' && (await listColleagues(tx, id)).length === 0) return { ok: false, reason: 'nobody-works' }
    await tx.update(operator).set({ intake }).where(eq(operator.id, id))
    return { ok: true, value: undefined, audit: [{ action: 'clinic.intake-changed', data: { before, after: intake } }] }
  },
})

/** As it is stored now, for whoever may change it. Throws `NotFoundError`. */
export async function getIntake({ actor }: Context<StaffActor>): Promise<IntakeState> {
  if (!canPublishProfile(actor)) throw new NotFoundError('intake')
  return asActor(actor, (tx) => readIntake(tx, actor.operatorId))
}

export async function readIntake(tx: Transaction, operatorId: string): Promise<IntakeState> {
  const [row] = await tx.select({ intake: operator.intake }).from(operator).where(eq(operator.id, operatorId))
  return found(row, 'operator').intake
}
