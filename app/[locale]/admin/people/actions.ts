'use server'

import { installationStaffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { closeAccount, endAdmin, reopenAccount } from '@/lib/people/close-account'
import { inviteStaff } from '@/lib/people/invite-staff'

/** One more who runs the portal. The link is for the mailbox alone: no page gets it. */
export const inviteAdmin = installationStaffAction(async (ctx, input) => {
  const result = await execute(inviteStaff, ctx, { ...input, role: 'admin' })
  return result.ok ? { ok: true, value: undefined } : result
})

export const close = installationStaffAction((ctx, input) => execute(closeAccount, ctx, input))

export const reopen = installationStaffAction((ctx, input) => execute(reopenAccount, ctx, input))

export const endAdminRole = installationStaffAction((ctx, input) => execute(endAdmin, ctx, input))
