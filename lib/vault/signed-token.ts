import { createHmac, timingSafeEqual } from 'node:crypto'
import { installationKey } from './keys'

export type TokenPurpose = 'receipt' | 'confirm-email' | 'own-case' | 'upload' | 'device' | 'second-step'

/** A signed, unguessable pointer to a row, good for one purpose until `expiresAt`: "<id>.<seconds>.<mac>", safe in a URL. */
export function signToken(purpose: TokenPurpose, id: string, expiresAt: Date): string {
  const body = `${id}.${Math.floor(expiresAt.getTime() / 1000).toString(36)}`
  return `${body}.${mac(purpose, body)}`
}

/** The id inside; undefined if the token was made for something else, changed, or is too old. */
export function readToken(purpose: TokenPurpose, token: string, now: Date): string | undefined {
  const [id, expiry, given, rest] = token.split('.')
  if (!id || !expiry || !given || rest !== undefined) return undefined
  const expected = Buffer.from(mac(purpose, `${id}.${expiry}`))
  const actual = Buffer.from(given)
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
  return parseInt(expiry, 36) * 1000 > now.getTime() ? id : undefined
}

function mac(purpose: TokenPurpose, body: string): string {
  return createHmac('sha256', installationKey(`token:${purpose}`))
    .update(body)
    .digest('base64url')
}
