'use server'

import { publicAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { confirmEmail } from '@/lib/requests/confirm-email'

/** The button that mail scanners do not press. */
export const confirmEmailAction = publicAction<{ reference: string }, never>((ctx, { token }) =>
  execute(confirmEmail, ctx, { token }),
)
