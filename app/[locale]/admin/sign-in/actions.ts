'use server'

import { redirect } from 'next/navigation'
import { installationAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { setStaffToken } from '@/app/_server/session'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { signInStaff } from '@/lib/sessions/sign-in-staff'

/** Signs in and goes on to the clinics. Whether an address has an account is never told apart from a wrong password. */
export const signIn = installationAction<never, 'wrong' | 'locked' | 'flood'>(async (ctx, input, { locale }) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  const result = await execute(signInStaff, ctx, input)
  if (!result.ok) return result
  if (!result.value.signedIn) return { ok: false, reason: result.value.reason }
  await setStaffToken(result.value.token, result.value.expiresAt)
  redirect(paths.admin(locale))
})
