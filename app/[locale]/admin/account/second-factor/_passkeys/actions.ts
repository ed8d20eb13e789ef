'use server'

import { ownAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { execute } from '@/lib/core/command'
import { addPasskey, beginPasskey, removePasskey } from '@/lib/people/passkeys'

type Refused = 'flood' | 'no-second-factor' | 'too-many-passkeys' | 'passkey-wrong' | 'no-passkey'

/** What the browser asks the device, as JSON. */
export const askNewPasskey = ownAction<string, Refused>(async (ctx) =>
  (await isFlood('sign-in')) ? { ok: false, reason: 'flood' } : execute(beginPasskey, ctx, {}),
)

/** What the device answered. */
export const keepPasskey = ownAction<undefined, Refused>((ctx, { label, answer }) =>
  execute(addPasskey, ctx, { label, answer }),
)

export const dropPasskey = ownAction<undefined, Refused>((ctx, { passkeyId }) =>
  execute(removePasskey, ctx, { passkeyId }),
)
