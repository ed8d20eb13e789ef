import { and, eq } from 'drizzle-orm'
import { staff, staffMembership } from '@/db/schema'
import { INSTALLATION, type StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { dropGuards } from '@/lib/sessions/sign-in-guard'
import { searchHash } from '@/lib/vault/search-hash'
import { z } from 'zod/mini'
import { isSharedAccount } from './memberships'
import { canManagePeople } from './permissions'

/** Somebody in charge of the clinic opens a colleague's account, which wrong passwords have closed. */
export const unlockStaff = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid() }),
  load: async (tx, ctx: Context<StaffActor>, { staffId }) => {
    const [row] = await tx
      .select({ id: staff.id, email: staff.email, isAdmin: staff.isAdmin })
      .from(staffMembership)
      .innerJoin(staff, eq(staff.id, staffMembership.staffId))
      .where(and(eq(staffMembership.operatorId, ctx.actor.operatorId), eq(staffMembership.staffId, staffId)))
    return found(row, 'colleague')
  },
  allow: canManagePeople,
  run: async (tx, ctx, person) => {
    if (await isSharedAccount(tx, ctx.actor, person)) return { ok: false, reason: 'shared-account' }
    const { id, email } = person
    await dropGuards(tx, searchHash('email', INSTALLATION, email))
    return { ok: true, value: undefined, audit: [{ action: 'staff.unlocked', data: { staffId: id } }] }
  },
})
