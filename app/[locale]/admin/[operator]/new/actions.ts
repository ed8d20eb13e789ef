'use server'

import { redirect } from 'next/navigation'
import { filingInput } from '@/app/[locale]/[operator]/new/[kind]/_parts/filing-input'
import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { fileRequest } from '@/lib/requests/file-request'

/** Registers what came by post, by phone or in person: the same command, and the same rules, as the portal's own form. */
export const fileByHand = staffAction(async (ctx, input, { locale, operator }) => {
  // What nobody chose is not the portal: that is asked for as well.
  const result = await execute(fileRequest, ctx, { locale, channel: '', ...filingInput(input) })
  if (result.ok) redirect(paths.request(locale, operator.slug, result.value.requestId))
  if (result.reason === 'receipt-in-future' || result.reason === 'receipt-too-old') {
    return { ok: false, reason: 'invalid', fields: { receivedOn: [result.reason] } }
  }
  return result
})
