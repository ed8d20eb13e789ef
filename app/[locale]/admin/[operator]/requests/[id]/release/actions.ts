'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { releaseAnswer } from '@/lib/correspondence/release-answer'

/** Sends the answer, for good. */
export const release = staffAction(async (ctx, input, { locale, operator }) => {
  const result = await execute(releaseAnswer, ctx, input)
  if (result.ok && typeof input['requestId'] === 'string') {
    redirect(paths.request(locale, operator.slug, input['requestId']))
  }
  return result
})
