'use server'

import { redirect } from 'next/navigation'
import { publicAction, requesterAction } from '@/app/_server/action'
import { requesterFileAction } from '@/app/_server/file-action'
import { findRequesterContext } from '@/app/_server/context'
import { clearRequesterCookie } from '@/app/_server/session'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { sendMessage } from '@/lib/correspondence/send-message'
import { listGone } from '@/lib/documents/attach-uploads'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { endRequesterSession } from '@/lib/sessions/end-session'

/** A file that was not taken is told before anything is sent: it would be missing later. */
export const sendMessageAction = requesterFileAction<undefined, 'closed' | 'upload-expired'>(
  async (ctx, { submissionId, text, uploads, uploadNames }, { fileErrors, letGo }) => {
    if (fileErrors.length > 0) return { ok: false, reason: 'invalid', fields: { uploads: fileErrors } }
    const { requestId } = ctx.actor
    const names = new Map((Array.isArray(uploadNames) ? uploadNames : []).map(splitLine))
    const tokens = Array.isArray(uploads) ? uploads : []
    const fileNames = tokens.map((token) => names.get(token) ?? '')
    const sent = await execute(sendMessage, ctx, { submissionId, requestId, text, uploads: tokens, fileNames })
    if (sent.ok || sent.reason !== 'upload-expired') return sent
    const gone = await listGone(ctx, tokens)
    letGo(gone)
    return { ok: false, reason: 'invalid', fields: { uploads: gone.map((token) => `file-gone ${names.get(token)}`) } }
  },
)

/** "token name" */
const splitLine = (line: string): [token: string, name: string] => {
  const at = line.indexOf(' ')
  return [line.slice(0, at), line.slice(at + 1)]
}

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
