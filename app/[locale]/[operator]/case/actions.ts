'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_server/action'
import { setAskedCookie, setRequesterCookie } from '@/app/_server/session'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { requestCode } from '@/lib/sessions/request-code'
import { verifyCode } from '@/lib/sessions/verify-code'
import { maskEmail } from '@/lib/text/shown-email'
import type { Obstacle } from '../_parts/step-form'
import { wait } from '../_parts/wait'

/** Number and e-mail, for a code. What comes next has an address of its own, so that it is there after a reload. */
export const askForCodeAction = publicAction<Obstacle, never>(async (ctx, form, { operator, locale }) => {
  const asked = await execute(requestCode, ctx, { reference: form.reference, email: form.email, locale })
  if (asked.ok) {
    const { codeId, reference } = asked.value
    await setAskedCookie({ codeId, address: maskEmail(typeof form.email === 'string' ? form.email : '') })
    redirect(paths.enterCode(locale, operator.slug, codeId, reference))
  }
  if (asked.reason === 'too-many-codes') {
    const t = await getTranslations('case.find')
    return { ok: true, value: { problem: t('tooManyCodes', wait(ctx.now, asked.until, locale, operator.timeZone)) } }
  }
  if (asked.reason === 'foreign-reference') {
    return { ok: false, reason: 'invalid', fields: { reference: ['foreignReference'] } }
  }
  return asked.reason === 'invalid' ? asked : { ok: false, reason: 'not-allowed' }
})

/** The code, for the case. */
export const enterCodeAction = publicAction<Obstacle, never>(async (ctx, form, { operator, locale }) => {
  const checked = await execute(verifyCode, ctx, { codeId: form.codeId, code: form.code })
  const t = await getTranslations('case.find')
  if (!checked.ok && checked.reason === 'too-many-wrong-codes') {
    const words = wait(ctx.now, checked.until, locale, operator.timeZone)
    return { ok: true, value: { problem: t('tooManyWrongCodes', words) } }
  }
  if (!checked.ok) return checked.reason === 'invalid' ? checked : { ok: false, reason: 'not-allowed' }
  if (!checked.value.accepted) {
    const { isOld, triesLeft } = checked.value
    if (isOld) return { ok: true, value: { problem: t('old'), isOver: true } }
    if (triesLeft === 0) return { ok: true, value: { problem: t('noTries'), isOver: true } }
    return { ok: true, value: { problem: t('wrong', { left: triesLeft }), at: 'code' } }
  }
  const { reference, token, expiresAt } = checked.value
  await setRequesterCookie({ slug: operator.slug, reference, token }, expiresAt)
  redirect(paths.ownCase(locale, operator.slug, reference))
})
