'use server'

import { redirect } from 'next/navigation'
import { installationAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { keepSignedIn, readBrowser, setSecondStepTicket } from '@/app/_server/session'
import { paths } from '@/lib/core/links'
import { choosePassword } from '@/lib/people/choose-password'

/** The reader of a link chooses a password, is signed in, and goes on to the clinics. */
export const choose = installationAction<never, 'flood' | 'link-ended'>(async (ctx, input, { locale }) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  const result = await choosePassword(ctx, input, await readBrowser())
  if (!result.ok) return result
  if (!result.value.signedIn) {
    await setSecondStepTicket(result.value)
    redirect(paths.signInCode(locale))
  }
  await keepSignedIn(result.value)
  redirect(paths.admin(locale))
})
