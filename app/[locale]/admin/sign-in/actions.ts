'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { installationAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { keepSignedIn, readBrowser, setSecondStepTicket } from '@/app/_server/session'
import { clientSource } from '@/app/_server/source'
import { evenly } from '@/lib/core/evenly'
import { officersPath, paths } from '@/lib/core/links'
import { signInStaff } from '@/lib/sessions/sign-in-staff'

/**
 * Signs in and goes on to the page that asked for it, or to the clinics. Whether an address has an account is never told apart from a wrong password, neither
 * by words nor by time. The value is why nobody is signed in, in words.
 */
export const signIn = installationAction<string, 'flood'>(async (ctx, input, { locale }) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  const place = { source: await clientSource(), ...(await readBrowser()) }
  const result = await evenly(signInStaff(ctx, input, place), (given) => !given.ok || !given.value.signedIn)
  if (!result.ok) return result
  const { value } = result
  const next = officersPath(input['next'], locale)
  if (value.signedIn) {
    await keepSignedIn(value)
    redirect(next ?? paths.admin(locale))
  }
  if (value.reason === 'second-step') {
    await setSecondStepTicket(value)
    redirect(paths.signInCode(locale, next))
  }
  const t = await getTranslations('admin.signIn')
  if (value.reason === 'provider') return { ok: true, value: (await getTranslations('signOn.door'))('demanded') }
  if (value.reason !== 'locked') return { ok: true, value: t(value.reason) }
  const n = Math.max(1, Math.ceil((value.until.getTime() - ctx.now.getTime()) / 60_000))
  return { ok: true, value: t('locked', { n, known: String(value.isKnown) }) }
})
