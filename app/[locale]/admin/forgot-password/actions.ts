'use server'

import { installationAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { execute } from '@/lib/core/command'
import { evenly } from '@/lib/core/evenly'
import { requestReset } from '@/lib/people/request-reset'

/** Mails a link where there is such an account. What is said, and how soon, is the same for any address. */
export const askForLink = installationAction<undefined, 'flood'>(async (ctx, input, { locale }) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  const result = await evenly(execute(requestReset, ctx, { ...input, locale }))
  // The link is for the mailbox alone.
  return result.ok ? { ok: true, value: undefined } : result
})
