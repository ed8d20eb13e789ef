import { and, eq } from 'drizzle-orm'
import { staffRoles } from '@/db/enums'
import { staffMembership } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { handOver, handOverFields, heirsOf, lockCasesOf } from '@/lib/requests/hand-over'
import { z } from 'zod/mini'
import { lockMember } from './memberships'
import { canChange, canGive, isSelf, worksCases } from './permissions'
import { listColleagues } from './queries'

/** What somebody is at the clinic. Whoever works no cases from now on hands theirs over, as one who is dismissed. */
export const changeRole = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid(), role: z.enum(staffRoles, 'badChoice'), ...handOverFields }),
  load: async (tx, ctx: Context<StaffActor>, { staffId, role, rest, cases }) => {
    const { operatorId } = ctx.actor
    const member = await lockMember(tx, operatorId, staffId, heirsOf({ rest, cases }))
    return { member, open: worksCases(role) ? [] : await lockCasesOf(tx, operatorId, staffId) }
  },
  allow: (actor, { member }, { role }) => canChange(actor, member.role) && canGive(actor, role),
  run: async (tx, ctx, { member, open }, { role, rest, cases }) => {
    if (isSelf(ctx.actor, member.id)) return { ok: false, reason: 'yourself' }
    if (member.role === role) return { ok: false, reason: 'same-role' }
    const { operatorId } = ctx.actor
    const colleagues = await listColleagues(tx, operatorId)
    const handed = await handOver(tx, ctx, { from: member.id, open, rest, cases, colleagues })
    if (!handed.ok) return handed
    await tx
      .update(staffMembership)
      .set({ role })
      .where(and(eq(staffMembership.operatorId, operatorId), eq(staffMembership.staffId, member.id)))
    return {
      ok: true,
      value: undefined,
      audit: [
        { action: 'staff.role-changed', data: { staffId: member.id, role, before: member.role } },
        ...handed.audit,
      ],
      jobs: handed.jobs,
    }
  },
})
