'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { installationAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { keepSignedIn, readBrowser, readSecondStepTicket } from '@/app/_server/session'
import { clientSource } from '@/app/_server/source'
import { execute } from '@/lib/core/command'
import { officersPath, paths } from '@/lib/core/links'
import { askForPasskey, takeSecondStep } from '@/lib/sessions/second-step'

/** What the browser asks a passkey to sign, as JSON. */
export const askPasskey = installationAction<string, 'flood' | 'no-passkey'>(async (ctx) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  return execute(askForPasskey, ctx, { ticket: (await readSecondStepTicket()) ?? '' })
})

/** The code, or what a passkey has signed, for the session. The value is why nobody is signed in, in words. */
export const enterCode = installationAction<string, 'flood'>(async (ctx, { code, passkey, next }, { locale }) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  const ticket = (await readSecondStepTicket()) ?? ''
  const place = { source: await clientSource(), ...(await readBrowser()) }
  const result = await execute(takeSecondStep, ctx, { code, passkey, ticket, ...place })
  if (!result.ok) return result.reason === 'invalid' ? result : { ok: false, reason: 'not-allowed' }
  const { value } = result
  if (value.signedIn) {
    await keepSignedIn(value)
    redirect(officersPath(next, locale) ?? paths.admin(locale))
  }
  const t = await getTranslations('people.signInCode')
  if (value.reason !== 'locked') return { ok: true, value: t(value.reason) }
  const words = await getTranslations('admin.signIn')
  const n = Math.max(1, Math.ceil((value.until.getTime() - ctx.now.getTime()) / 60_000))
  return { ok: true, value: words('locked', { n, known: String(value.isKnown) }) }
})
