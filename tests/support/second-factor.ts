import { Secret, TOTP } from 'otpauth'
import { execute } from '@/lib/core/command'
import { beginSecondFactor, confirmSecondFactor, getOwnSecondFactor } from '@/lib/people/second-factor'
import { type Officer, staffAt } from './domain'

/** An app on a phone, which has read the picture: makes codes of its own. */
export function appWith(uri: string): { key: string; codeAt: (now: Date) => string } {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return { key: secret, codeAt: (now) => totp.generate({ timestamp: now.getTime() }) }
}

/** Turns the second step on for somebody. */
export async function secured(officer: Officer, now: Date) {
  const ctx = staffAt(officer, now)
  await execute(beginSecondFactor, ctx, {})
  const begun = await getOwnSecondFactor(ctx)
  if (begun.is !== 'begun') throw new Error(begun.is)
  const app = appWith(begun.uri)
  const on = await execute(confirmSecondFactor, ctx, { code: app.codeAt(now) })
  if (!on.ok || !('codes' in on.value)) throw new Error('Not turned on')
  return { ...app, codes: on.value.codes }
}
