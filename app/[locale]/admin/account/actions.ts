'use server'

import { ownAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { execute } from '@/lib/core/command'
import { changeOwnPassword, changeOwnProfile, endOwnSessions } from '@/lib/people/own-account'

export const saveProfile = ownAction((ctx, input) => execute(changeOwnProfile, ctx, input))

export const changePassword = ownAction<undefined, 'busy' | 'flood' | 'locked'>(async (ctx, input) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  return changeOwnPassword(ctx, input)
})

export const endSessions = ownAction((ctx, input) => execute(endOwnSessions, ctx, input))
