'use server'

import { publicAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { confirmEmail, type Confirmation } from '@/lib/requests/confirm-email'

/** The button that mail scanners do not press. */
export const confirmEmailAction = publicAction<Confirmation, never>((ctx, { token }) =>
  execute(confirmEmail, ctx, { token }),
)
