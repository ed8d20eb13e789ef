'use server'

import { redirect } from 'next/navigation'
import { publicAction, requesterAction } from '@/app/_server/action'
import { findRequesterContext } from '@/app/_server/context'
import { clearRequesterCookie } from '@/app/_server/session'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { sendMessage } from '@/lib/correspondence/send-message'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { endRequesterSession } from '@/lib/sessions/end-session'

export const sendMessageAction = requesterAction<undefined, 'closed'>((ctx, { submissionId, text }) =>
  execute(sendMessage, ctx, { submissionId, requestId: ctx.actor.requestId, text }),
)

/** Then the case shows that it is closed. */
export const withdrawAction = requesterAction<undefined, 'closed' | 'answered'>(
  async (ctx, _form, { operator, locale, reference }) => {
    const result = await execute(withdrawRequest, ctx, { requestId: ctx.actor.requestId })
    if (result.ok) redirect(paths.ownCase(locale, operator.slug, reference))
    return result
  },
)

/** A session that has ended already is no matter: whoever signs out is out. */
export const signOutAction = publicAction<undefined, never>(async (_ctx, _form, { operator, locale }) => {
  const open = await findRequesterContext(operator.slug)
  if (open) await execute(endRequesterSession, open.ctx, {})
  await clearRequesterCookie()
  redirect(paths.operator(locale, operator.slug))
})
