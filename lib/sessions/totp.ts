import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { getEnv } from '@/lib/env'
import { seal, unseal } from '@/lib/vault/cipher'
import { installationKey } from '@/lib/vault/keys'

const STEP_MS = 30_000
export const TOTP_DIGITS = 6
/** Steps before and after this one that are taken too: clocks differ, and typing takes its time (RFC 6238, 5.2). */
const WINDOW = 1

const key = () => installationKey('totp')
const place = (staffId: string) => `staff_totp:secret:${staffId}`

/** Of 160 bits (RFC 4226, 4). */
export const newSealedSecret = (staffId: string): Buffer => seal(key(), randomBytes(20), place(staffId))

/** As apps read it: six digits each 30 seconds, named by the portal's host and the account's address. */
function totpOf(staffId: string, sealed: Buffer, email = ''): TOTP {
  const secret = Secret.fromHex(unseal(key(), sealed, place(staffId)).toString('hex'))
  return new TOTP({
    issuer: new URL(getEnv().PORTAL_URL).host,
    label: email,
    secret,
    digits: TOTP_DIGITS,
    period: STEP_MS / 1000,
  })
}

/** What an app reads from a picture, and what is typed into it by hand where it cannot. */
export function totpKey(staffId: string, sealed: Buffer, email: string): { uri: string; text: string } {
  const totp = totpOf(staffId, sealed, email)
  return { uri: totp.toString(), text: totp.secret.base32.replaceAll(/(.{4})(?=.)/g, '$1 ') }
}

/** The step of 30 seconds that a code belongs to; undefined for a wrong one. */
export function stepOfCode(staffId: string, sealed: Buffer, code: string, now: Date): number | undefined {
  const delta = totpOf(staffId, sealed).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? undefined : Math.floor(now.getTime() / STEP_MS) + delta
}
