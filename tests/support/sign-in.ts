import { INSTALLATION } from '@/lib/core/actor'
import { contextFor } from '@/lib/core/context'
import { type SignIn, type SignInPlace, signInStaff } from '@/lib/sessions/sign-in-staff'

export const PASSWORD = 'correct horse battery staple'

export const anybodyAt = (now: Date) => contextFor({ kind: 'public', operatorId: INSTALLATION } as const, 'UTC', now)

interface Try extends Partial<SignInPlace> {
  now: Date
  password?: string
}

/** One try to sign in, from a source of its own where none is given. */
export async function trySignIn(
  email: string,
  { now, password = PASSWORD, source = crypto.randomUUID(), deviceTokens = [], userAgent }: Try,
): Promise<SignIn> {
  const result = await signInStaff(anybodyAt(now), { email, password }, { source, deviceTokens, userAgent })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** A sign-in that has to work. */
export async function signedIn(email: string, given: Try): Promise<SignIn & { signedIn: true }> {
  const outcome = await trySignIn(email, given)
  if (!outcome.signedIn) throw new Error(outcome.reason)
  return outcome
}
