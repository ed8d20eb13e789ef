import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/db/client'
import { staffSession } from '@/db/schema'
import { deviceName } from './device-name'
import { rememberDevice } from './devices'
import { hashToken, newToken } from './secret-token'

const SESSION_MS = 12 * 3_600_000

/** What the browser is to keep: a token of the session, and tokens of the accounts that have signed in on this device. */
export interface StartedSession {
  staffId: string
  session: { token: string; expiresAt: Date }
  device: { tokens: string[]; expiresAt: Date }
}

/** What a browser says of itself, and what it keeps of earlier sign-ins. */
export interface Browser {
  deviceTokens: readonly string[]
  userAgent?: string | undefined
}

/** Who signed somebody in: a provider, with its own name for the session; nobody, where a password did. */
interface Through {
  providerId: string | null
  providerSession: string | null
}

/** Starts a session of an officer, whose password, link or provider has just been looked at. */
export async function startSession(
  tx: Transaction,
  staffId: string,
  { deviceTokens, userAgent = '' }: Browser,
  now: Date,
  through: Through = { providerId: null, providerSession: null },
): Promise<StartedSession> {
  const session = { token: newToken(), expiresAt: new Date(now.getTime() + SESSION_MS) }
  await tx.insert(staffSession).values({
    id: randomUUID(),
    tokenHash: hashToken(session.token),
    staffId,
    device: deviceName(userAgent),
    createdAt: now,
    lastSeenAt: now,
    provenAt: now,
    expiresAt: session.expiresAt,
    ...through,
  })
  return { staffId, session, device: rememberDevice(deviceTokens, staffId, now) }
}
