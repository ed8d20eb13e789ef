'use server'

import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { setRequesterCookie } from '@/app/_server/session'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { requestCode } from '@/lib/sessions/request-code'
import { verifyCode } from '@/lib/sessions/verify-code'

/** A code was asked for: whether one was sent is never told. `wrong` after a code that did not fit. */
export interface CodeStep {
  codeId: string
  wrong: boolean
}

/** Two steps of one form: number and e-mail for a code, then the code for the case. */
export const enterCaseAction = publicAction<CodeStep, 'flood'>(async (ctx, form, { operator, locale }) => {
  if (await isFlood('code')) return { ok: false, reason: 'flood' }
  const { codeId } = form
  if (typeof codeId !== 'string') {
    const asked = await execute(requestCode, ctx, { reference: form.reference, email: form.email, locale })
    return asked.ok ? { ok: true, value: { codeId: asked.value.codeId, wrong: false } } : asked
  }
  const checked = await execute(verifyCode, ctx, { codeId, code: form.code })
  if (!checked.ok || !checked.value.accepted) return { ok: true, value: { codeId, wrong: true } }
  const { reference, token, expiresAt } = checked.value
  await setRequesterCookie({ slug: operator.slug, reference, token }, expiresAt)
  redirect(paths.ownCase(locale, operator.slug, reference))
})
