'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { changeRole } from '@/lib/people/change-role'
import { demandSecondFactor } from '@/lib/people/demand-second-factor'
import { dismissStaff } from '@/lib/people/dismiss-staff'
import { inviteStaff } from '@/lib/people/invite-staff'
import { removeSecondFactor } from '@/lib/people/remove-second-factor'
import { resendInvitation } from '@/lib/people/resend-invitation'
import { takeBack } from '@/lib/people/take-back'
import { unlockStaff } from '@/lib/people/unlock-staff'
import { withdrawOffer } from '@/lib/people/withdraw-offer'

/** The link is for the mailbox alone: no page gets it. */
export const invite = staffAction(async (ctx, input) => {
  const result = await execute(inviteStaff, ctx, input)
  return result.ok ? { ok: true, value: undefined } : result
})

export const resend = staffAction((ctx, input) => execute(resendInvitation, ctx, input))

export const setRole = staffAction((ctx, input) => execute(changeRole, ctx, input))

export const unlock = staffAction((ctx, input) => execute(unlockStaff, ctx, input))

export const endSecondFactor = staffAction((ctx, input) => execute(removeSecondFactor, ctx, input))

export const demandCode = staffAction((ctx, input) => execute(demandSecondFactor, ctx, input))

export const bringBack = staffAction((ctx, input) => execute(takeBack, ctx, input))

export const withdraw = staffAction((ctx, input) => execute(withdrawOffer, ctx, input))

/** Leads back to those who still work here. */
export const dismiss = staffAction(async (ctx, input, { locale, operator }) => {
  const result = await execute(dismissStaff, ctx, input)
  if (result.ok) redirect(paths.people(locale, operator.slug))
  return result
})
