'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { eraseRequest } from '@/lib/retention/erase-request'

/** Erases what the request says of a person, for good; then its page tells that it was done. */
export const erase = staffAction(async (ctx, input, { locale, operator }) => {
  const result = await execute(eraseRequest, ctx, input)
  if (result.ok && typeof input['requestId'] === 'string') {
    redirect(paths.request(locale, operator.slug, input['requestId']))
  }
  return result
})
