import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { passkey, passkeyChallenge } from '@/db/schema'
import { getEnv } from '@/lib/env'
import type { Account } from './find-account'

type Stored = typeof passkey.$inferSelect
type Purpose = (typeof passkeyChallenge.$inferSelect)['purpose']

/** Time to touch it. */
const CHALLENGE_MS = 5 * 60_000
/** A button is enough: the password has been asked for. */
const userVerification = 'discouraged'

/** ES256, EdDSA, RS256 (IANA COSE): what devices make. */
const supportedAlgorithmIDs = [-7, -8, -257]

/** Passkeys are good for the one name under which the portal is known (Web Authentication, 5.1.2). */
function relyingParty() {
  const { hostname, origin } = new URL(getEnv().PORTAL_URL)
  return { rpID: hostname, origin }
}

export const listPasskeys = (tx: Transaction, staffId: string): Promise<Stored[]> =>
  tx.select().from(passkey).where(eq(passkey.staffId, staffId)).orderBy(asc(passkey.createdAt))

const known = (stored: readonly Stored[]) =>
  stored.map(({ credentialId, transports }) => ({ id: credentialId, transports }))

/** What the browser hands to a passkey of this account; undefined where it has none. */
export async function askPasskey(
  tx: Transaction,
  staffId: string,
  now: Date,
): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const stored = await listPasskeys(tx, staffId)
  if (stored.length === 0) return undefined
  const { rpID } = relyingParty()
  const options = await generateAuthenticationOptions({ rpID, allowCredentials: known(stored), userVerification })
  await newChallenge(tx, staffId, 'prove', options.challenge, now)
  return options
}

/** What the browser hands to a device that is to become a passkey. */
export async function askNewPasskey(
  tx: Transaction,
  account: Account,
  now: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { rpID } = relyingParty()
  const options = await generateRegistrationOptions({
    ...{ rpID, rpName: rpID, userName: account.email, userDisplayName: account.name },
    userID: Buffer.from(account.id.replaceAll('-', ''), 'hex'),
    excludeCredentials: known(await listPasskeys(tx, account.id)),
    supportedAlgorithmIDs,
    authenticatorSelection: { residentKey: 'discouraged', userVerification },
  })
  await newChallenge(tx, account.id, 'add', options.challenge, now)
  return options
}

/** What a new passkey answered, ready to be stored; undefined where it is no answer to what was asked. */
export async function readNewPasskey(
  tx: Transaction,
  staffId: string,
  answer: string,
  now: Date,
): Promise<Pick<Stored, 'credentialId' | 'publicKey' | 'counter' | 'transports'> | undefined> {
  const { rpID, origin } = relyingParty()
  const response = parsed(answer) as RegistrationResponseJSON | undefined
  const verified =
    response &&
    (await verifyRegistrationResponse({
      ...{ response, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: false },
      supportedAlgorithmIDs,
      expectedChallenge: (challenge) => spendChallenge(tx, staffId, 'add', challenge, now),
    }).catch(() => undefined))
  if (!verified?.verified) return undefined
  const { id: credentialId, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  return { credentialId, publicKey: Buffer.from(publicKey), counter, transports }
}

/** Uses up what a passkey has signed. Of many equal answers at the same moment one is taken. */
export async function spendPasskey(tx: Transaction, staffId: string, answer: string, now: Date): Promise<boolean> {
  const response = parsed(answer) as AuthenticationResponseJSON | undefined
  if (typeof response?.id !== 'string') return false
  const [stored] = await tx
    .select()
    .from(passkey)
    .where(and(eq(passkey.staffId, staffId), eq(passkey.credentialId, response.id)))
    .for('update')
  if (!stored) return false
  const { rpID, origin } = relyingParty()
  const { credentialId: id, publicKey, counter } = stored
  const verified = await verifyAuthenticationResponse({
    ...{ response, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: false },
    expectedChallenge: (challenge) => spendChallenge(tx, staffId, 'prove', challenge, now),
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
  }).catch(() => undefined)
  if (!verified?.verified) return false
  const { newCounter } = verified.authenticationInfo
  await tx.update(passkey).set({ counter: newCounter, usedAt: now }).where(eq(passkey.id, stored.id))
  return true
}

async function newChallenge(tx: Transaction, staffId: string, purpose: Purpose, challenge: string, now: Date) {
  await tx
    .delete(passkeyChallenge)
    .where(and(eq(passkeyChallenge.staffId, staffId), lt(passkeyChallenge.expiresAt, now)))
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS)
  await tx.insert(passkeyChallenge).values({ challenge, staffId, purpose, expiresAt })
}

async function spendChallenge(tx: Transaction, staffId: string, purpose: Purpose, challenge: string, now: Date) {
  const spent = await tx
    .delete(passkeyChallenge)
    .where(
      and(
        ...[eq(passkeyChallenge.challenge, challenge), eq(passkeyChallenge.staffId, staffId)],
        ...[eq(passkeyChallenge.purpose, purpose), gt(passkeyChallenge.expiresAt, now)],
      ),
    )
    .returning()
  return spent.length > 0
}

/** An answer of a browser, which may be anything: the library looks at every part of it. */
function parsed(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
