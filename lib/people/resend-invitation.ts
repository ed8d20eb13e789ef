import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'
import { invitePerson } from './invitation-mails'
import { lockMember } from './memberships'
import { canChange } from './permissions'

/** A new link for somebody who has not come yet; the one before works no more. */
export const resendInvitation = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid() }),
  load: (tx, ctx: Context<StaffActor>, { staffId }) => lockMember(tx, ctx.actor.operatorId, staffId),
  allow: (actor, member) => canChange(actor, member.role),
  run: async (tx, ctx, member) => {
    if (member.joinedAt !== null) return { ok: false, reason: 'came-already' }
    const { jobs } = await invitePerson(tx, ctx, member)
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'staff.invited', data: { staffId: member.id, role: member.role } }],
      jobs,
    }
  },
})
