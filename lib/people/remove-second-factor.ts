import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import type { StaffActor, SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { hasSecondFactor } from '@/lib/sessions/prove-code'
import { z } from 'zod/mini'
import { isSharedAccount, lockMember } from './memberships'
import { canChange, isSelf, runsInstallation } from './permissions'
import { dropSecondFactor } from './second-factor'

/**
 * Somebody in charge of the clinic, or of the installation, lets a colleague in without a code, whose phone is lost and whose
 * spare codes too. Whoever works elsewhere as well, or runs the installation, is let in by the installation alone.
 */
export const removeSecondFactor = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid() }),
  load: async (tx, ctx: Context<StaffActor | SystemActor>, { staffId }) => {
    const { operatorId } = ctx.actor
    if (!runsInstallation(ctx.actor)) return lockMember(tx, operatorId, staffId)
    const [account] = await tx.select().from(staff).where(eq(staff.id, staffId)).for('no key update')
    return { ...found(account, 'account'), role: undefined }
  },
  // Their own is ended with a code.
  allow: (actor, { id, role }) => (role === undefined || canChange(actor, role)) && !isSelf(actor, id),
  run: async (tx, ctx, account) => {
    if (!runsInstallation(ctx.actor) && (await isSharedAccount(tx, ctx.actor, account)))
      return { ok: false, reason: 'shared-account' }
    if (!(await hasSecondFactor(tx, account.id))) return { ok: false, reason: 'no-second-factor' }
    return { ok: true, value: undefined, ...(await dropSecondFactor(tx, ctx, account)) }
  },
})
