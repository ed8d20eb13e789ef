'use server'

import { ownAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { type Proof, proveAgain } from '@/lib/people/prove-again'

export const prove = ownAction<Proof, 'flood' | 'busy'>(async (ctx, input) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  return proveAgain(ctx, input)
})
