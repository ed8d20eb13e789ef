'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import type { Site } from '@/app/_server/action'
import { publicFileAction } from '@/app/_server/file-action'
import { type FormObject, typedValues } from '@/app/_server/form-object'
import { clearSavedFormCookie, setSavedFormCookie } from '@/app/_server/session'
import type { PublicActor } from '@/lib/core/actor'
import { execute, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { listGone } from '@/lib/documents/attach-uploads'
import { signReceipt } from '@/lib/requests/case-links'
import { fileRequest } from '@/lib/requests/file-request'
import { fileRequestSchema } from '@/lib/requests/schemas'
import { SHOWING_MINUTES } from '@/lib/saved-forms/model'
import { saveForm } from '@/lib/saved-forms/save-form'
import { takeTurn } from '@/lib/saved-forms/take-turn'
import { z } from 'zod/mini'
import { filingInput, filingIssues } from './_parts/filing-input'
import { type ReviewGroup, reviewGroups } from './_parts/review-groups'

/** Where the person is: back at the form, at the section named, or reading it through before it is sent. */
export type FilingAnswer =
  | { step: 'form'; at: string }
  | {
      step: 'review'
      groups: ReviewGroup[]
      /** Of what will be filed from here: sent twice, it is one request. */
      submissionId: string
    }
export type FilingRefusal =
  'kind-not-offered' | 'intake-paused' | 'upload-expired' | 'receipt-in-future' | 'receipt-too-old' | 'too-many-saved'

/**
 * One form, four buttons: read it through, change it, send it, save it for later. What is sent is checked again by the
 * command.
 */
export const fileRequestAction = publicFileAction<FilingAnswer, FilingRefusal>(async (ctx, form, site) => {
  const { operator, locale } = site
  const intent = typeof form.intent === 'string' ? form.intent : ''
  const isSeenAgain = intent.startsWith('edit:')
  // Chosen on the way: a file that was not taken is told, or it would be missing later.
  if (isSeenAgain && site.fileErrors.length > 0)
    return { ok: false, reason: 'invalid', fields: { uploads: site.fileErrors } }
  if (isSeenAgain) return { ok: true, value: { step: 'form', at: intent.slice('edit:'.length) } }
  if (intent === 'save') return save(ctx, form, site)

  // What comes by the portal comes now, whatever a form says of it.
  // Where no script has drawn an id, the first look at the form does.
  const submissionId = typeof form.submissionId === 'string' ? form.submissionId : intent === 'file' ? '' : randomUUID()
  const input = { ...filingInput(form), submissionId, locale, channel: 'portal', receivedOn: '' }
  const fields = filingIssues(input, ctx.today)
  const names = Array.isArray(form.uploadNames) ? form.uploadNames : []
  const kept = Array.isArray(form.uploads) ? form.uploads : []
  const nameOf = (token: string) => names.find((line) => line.startsWith(`${token} `))?.slice(token.length + 1) ?? ''
  /** Files that wait no more are named, and no longer sent. */
  const errorsOfGone = async () => {
    const gone = await listGone(ctx, kept)
    site.letGo(gone)
    return gone.map((token) => `file-gone ${nameOf(token)}`)
  }
  // A form that arrives again has its files in its request by now: of it the command knows.
  const fileErrors = [...site.fileErrors, ...(intent === 'file' ? [] : await errorsOfGone())]
  if (fileErrors.length > 0) fields.uploads = fileErrors
  if (Object.keys(fields).length > 0) return { ok: false, reason: 'invalid', fields }

  if (intent !== 'file') {
    const groups = await reviewGroups(z.parse(fileRequestSchema, input), kept.map(nameOf), operator.profile, locale)
    return { ok: true, value: { step: 'review', groups, submissionId } }
  }

  const filed = await execute(fileRequest, ctx, input)
  if (!filed.ok && filed.reason === 'upload-expired') {
    const uploads = await errorsOfGone()
    if (uploads.length > 0) return { ok: false, reason: 'invalid', fields: { uploads } }
  }
  if (!filed.ok) return filed
  await clearSavedFormCookie()
  redirect(paths.receipt(locale, operator.slug, signReceipt(ctx, filed.value.requestId)))
})

/** Nothing of it has to be right yet. A file that was not taken is told first: it would be missing later. */
async function save(
  ctx: Context<PublicActor>,
  { savedForm: ticket, kind, ...form }: FormObject,
  { operator, locale, fileErrors }: Site & { fileErrors: string[] },
): Promise<Result<never, FilingRefusal>> {
  if (fileErrors.length > 0) return { ok: false, reason: 'invalid', fields: { uploads: fileErrors } }
  if (!(await takeTurn(ctx))) return { ok: false, reason: 'too-many-saved' }
  const saved = await execute(saveForm, ctx, { ticket, kind, values: typedValues(form) })
  if (saved.ok) {
    await setSavedFormCookie(saved.value.ticket, SHOWING_MINUTES * 60)
    redirect(paths.savedKey(locale, operator.slug))
  }
  if (saved.reason !== 'invalid') return saved
  const fields = Object.entries(saved.fields).map(([path, issues]) => [
    path.replaceAll(/^values\.|\[\]|\?/g, ''),
    issues,
  ])
  return { ok: false, reason: 'invalid', fields: Object.fromEntries(fields) as Record<string, string[]> }
}
