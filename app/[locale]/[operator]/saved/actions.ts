'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_server/action'
import { clearSavedFormCookie, setSavedFormCookie } from '@/app/_server/session'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { checkKey } from '@/lib/saved-forms/check-key'
import { KEPT_HOURS, OPENING_SECONDS } from '@/lib/saved-forms/model'
import type { Obstacle } from '../_parts/step-form'
import { wait } from '../_parts/wait'

/** The key, for the form as it was left. No address ever holds either. */
export const openSavedAction = publicAction<Obstacle, never>(async (ctx, { savedKey }, { operator, locale }) => {
  const checked = await execute(checkKey, ctx, { savedKey })
  const t = await getTranslations({ locale, namespace: 'saved.enter' })
  if (!checked.ok && checked.reason === 'too-many-wrong-keys') {
    return { ok: true, value: { problem: t('tooMany', wait(ctx.now, checked.until, locale, operator.timeZone)) } }
  }
  if (!checked.ok) return checked.reason === 'invalid' ? checked : { ok: false, reason: 'not-allowed' }
  if (!checked.value.fits) {
    const problem = t('wrong', { clinic: operator.profile.name[locale], hours: KEPT_HOURS })
    return { ok: true, value: { problem, at: 'savedKey' } }
  }
  await setSavedFormCookie(checked.value.ticket, OPENING_SECONDS)
  redirect(paths.openedForm(locale, operator.slug, checked.value.kind))
})

/** The key is written down: this browser forgets it. */
export const leaveKeyAction = publicAction<undefined, never>(async (_ctx, _form, { operator, locale }) => {
  await clearSavedFormCookie()
  redirect(paths.operator(locale, operator.slug))
})
