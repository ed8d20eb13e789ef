import { and, eq } from 'drizzle-orm'
import { formerMembership, staff, staffMembership } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { invitePerson } from './invitation-mails'
import { canChange } from './permissions'

/** Somebody who was dismissed works for the clinic again, as what they were. Sessions of that time stay over. */
export const takeBack = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid() }),
  load: async (tx, ctx: Context<StaffActor>, { staffId }) => {
    const [gone] = await tx
      .delete(formerMembership)
      .where(and(eq(formerMembership.operatorId, ctx.actor.operatorId), eq(formerMembership.staffId, staffId)))
      .returning({ role: formerMembership.role })
    const { role } = found(gone, 'former colleague')
    const [person] = await tx.select().from(staff).where(eq(staff.id, staffId)).for('update')
    return { role, person: found(person, 'account') }
  },
  allow: (actor, { role }) => canChange(actor, role),
  run: async (tx, ctx, { role, person }) => {
    if (person.dismissedAt) return { ok: false, reason: 'account-closed' }
    await tx.insert(staffMembership).values({ staffId: person.id, operatorId: ctx.actor.operatorId, role })
    const { jobs } = await invitePerson(tx, ctx, person)
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'staff.taken-back', data: { staffId: person.id, role } }],
      jobs,
    }
  },
})
