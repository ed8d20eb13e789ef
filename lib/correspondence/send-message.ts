import { eq } from 'drizzle-orm'
import { attachment } from '@/db/schema'
import { getCalendar } from '@/lib/calendar/queries'
import type { RequesterActor } from '@/lib/core/actor'
import { defineCommand, type Invalid, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { attachUploads } from '@/lib/documents/attach-uploads'
import { queueMails } from '@/lib/mail/outbox'
import { staffMails } from '@/lib/mail/staff-mails'
import { concernedBy } from '@/lib/people/concerned'
import { caseLinks } from '@/lib/requests/case-links'
import { clockLines } from '@/lib/requests/clock-lines'
import { lockRequest } from '@/lib/requests/lock-request'
import { decideOpen } from '@/lib/requests/rules'
import { fileLimits } from '@/lib/documents/limits'
import { listColleagues } from '@/lib/people/queries'
import { getRequestVault } from '@/lib/vault/request-vault'
import { words } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { findSent, storeMessage } from './store-message'

/**
 * What the person adds to their case: words, files by their tokens, or both. `fileNames` are of those files, as the form says
 * them: by them a form that arrives again is known, whatever has become of the tokens.
 */
const replySchema = z
  .object({
    submissionId: z.uuid('badSubmission'),
    requestId: z.uuid(),
    text: z._default(words(5_000), ''),
    uploads: z._default(z.array(z.string()).check(z.maxLength(fileLimits.perForm, 'tooManyFiles')), []),
    fileNames: z._default(z.array(z.string()), []),
  })
  .check(
    z.check(({ value, issues }) => {
      if (value.text === '' && value.uploads.length === 0)
        issues.push({ code: 'custom', message: 'required', path: ['text'], input: value })
    }),
  )

/** The person writes to their own case, with files or without; its assignee is told, or all while nobody holds it. */
export const sendMessage = defineCommand({
  input: replySchema,
  load: async (tx, ctx: Context<RequesterActor>, input) => {
    const requestRow = await lockRequest(tx, input.requestId)
    return { requestRow, ...(await findSent(tx, ctx, contentOf(input))) }
  },
  allow: (actor, { requestRow }) => actor.requestId === requestRow.id,
  run: async (
    tx,
    ctx,
    { requestRow, id, isSent },
    { text, uploads },
  ): Promise<Success<undefined> | Refusal<'closed' | 'upload-expired'> | Invalid> => {
    if (isSent) return { ok: true, value: undefined, audit: { goesOn: 'message.received' } }
    const decision = decideOpen(requestRow)
    if (!decision.ok) return decision
    const vault = await getRequestVault(tx, requestRow.id)
    await storeMessage(tx, ctx, { id, requestId: requestRow.id, vault, text })
    const known = await tx.$count(attachment, eq(attachment.requestId, requestRow.id))
    if (uploads.length > 0 && known + uploads.length > fileLimits.perCase)
      return { ok: false, reason: 'invalid', fields: { uploads: ['case-files-full'] } }
    const files = await attachUploads(tx, ctx, { requestId: requestRow.id, messageId: id, tokens: uploads, vault })
    if (!files.ok) return files
    const colleagues = await listColleagues(tx, ctx.actor.operatorId)
    const open = requestRow.clocks.filter(({ stoppedOn }) => stoppedOn === null)
    const clocks = clockLines(open, ctx.today, await getCalendar())
    const { requestUrl } = await caseLinks(ctx, requestRow)
    const mails = staffMails(concernedBy(colleagues, requestRow), ({ id: staffId, locale }) => ({
      template: 'requester-message',
      requestId: requestRow.id,
      intentKey: `requester-message:${requestRow.id}:${staffId}:${id}`,
      props: { number: requestRow.reference, clocks, url: requestUrl(locale) },
    }))
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'message.received',
          requestId: requestRow.id,
          ...(files.count > 0 && { data: { files: files.count } }),
        },
      ],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})

/** What makes it the same message when it arrives again: of the files their names, since tokens differ each time. */
const contentOf = ({ submissionId, requestId, text, fileNames }: z.output<typeof replySchema>) => ({
  ...{ submissionId, requestId, text },
  ...(fileNames.length > 0 && { fileNames: fileNames.toSorted() }),
})
