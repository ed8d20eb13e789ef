import { and, eq } from 'drizzle-orm'
import { formerMembership, staffMembership } from '@/db/schema'
import type { StaffActor, SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { handOver, handOverFields, heirsOf, lockCasesOf } from '@/lib/requests/hand-over'
import { z } from 'zod/mini'
import { endAccess, isSharedAccount, lockMember } from './memberships'
import { canChange, isSelf } from './permissions'
import { listColleagues } from './queries'

/**
 * Somebody works for the clinic no more: it is closed to them at once, their sessions with it, and each of their open cases goes to a colleague
 * or back to the queue. Of somebody who was invited and never came, the invitation is taken back.
 */
export const dismissStaff = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid(), ...handOverFields }),
  load: async (tx, ctx: Context<StaffActor | SystemActor>, { staffId, rest, cases }) => {
    const { operatorId } = ctx.actor
    const member = await lockMember(tx, operatorId, staffId, heirsOf({ rest, cases }))
    return { member, open: await lockCasesOf(tx, operatorId, staffId) }
  },
  allow: (actor, { member }) => canChange(actor, member.role),
  run: async (tx, ctx, { member, open }, { rest, cases }) => {
    if (isSelf(ctx.actor, member.id)) return { ok: false, reason: 'yourself' }
    const { operatorId } = ctx.actor
    const colleagues = await listColleagues(tx, operatorId)
    const handed = await handOver(tx, ctx, { from: member.id, open, rest, cases, colleagues })
    if (!handed.ok) return handed
    const their = and(eq(staffMembership.operatorId, operatorId), eq(staffMembership.staffId, member.id))
    await tx.delete(staffMembership).where(their)
    if (member.joinedAt !== null) {
      const row = { staffId: member.id, operatorId, role: member.role, dismissedAt: ctx.now }
      await tx.insert(formerMembership).values(row)
    }
    // Who works elsewhere too stays signed in there: each request asks anew what they are at a clinic.
    if (!(await isSharedAccount(tx, ctx.actor, member))) await endAccess(tx, member.id, ctx.now)
    return {
      ok: true,
      value: { cases: open.length },
      audit: [
        {
          // Who never came had an invitation and no access.
          action: member.joinedAt === null ? 'staff.offer-withdrawn' : 'staff.dismissed',
          data: { staffId: member.id, role: member.role, cases: open.length },
        },
        ...handed.audit,
      ],
      jobs: handed.jobs,
    }
  },
})
