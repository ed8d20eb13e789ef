'use server'

import { redirect } from 'next/navigation'
import { offeredAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { answerOffer } from '@/lib/people/answer-offer'

/** Accepts or declines what a clinic offers; both lead on to where one works. */
export const answer = offeredAction(async (ctx, input, { locale }) => {
  const result = await execute(answerOffer, ctx, input)
  if (result.ok) redirect(paths.admin(locale))
  return result
})
