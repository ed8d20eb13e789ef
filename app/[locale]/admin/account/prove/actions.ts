'use server'

import { ownAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { execute } from '@/lib/core/command'
import { askOwnPasskey, type Proof, proveAgain } from '@/lib/people/prove-again'

/** What the browser asks a passkey to sign, as JSON. */
export const askPasskey = ownAction<string, 'flood' | 'no-passkey'>(async (ctx) =>
  (await isFlood('sign-in')) ? { ok: false, reason: 'flood' } : execute(askOwnPasskey, ctx, {}),
)

export const prove = ownAction<Proof, 'flood' | 'busy'>(async (ctx, input) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  return proveAgain(ctx, input)
})
