import { randomUUID } from 'node:crypto'
import { readToken, signToken } from '@/lib/vault/signed-token'

const KEPT_MS = 180 * 24 * 3_600_000
/** A browser that several people share remembers as many of them. */
const MOST = 5

/** The id of a device that has signed in to this account before; undefined for any other. */
export function findDevice(tokens: readonly string[], staffId: string, now: Date): string | undefined {
  const ids = tokens.slice(0, MOST).flatMap((token) => readToken('device', token, now) ?? [])
  return ids.find((id) => id.endsWith(`_${staffId}`))
}

/** What the browser keeps after a sign-in: the tokens it had, those of others first, and one for this account. */
export function rememberDevice(
  tokens: readonly string[],
  staffId: string,
  now: Date,
): { tokens: string[]; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + KEPT_MS)
  const id = findDevice(tokens, staffId, now) ?? `${randomUUID()}_${staffId}`
  const others = tokens.filter((token) => {
    const other = readToken('device', token, now)
    return other !== undefined && !other.endsWith(`_${staffId}`)
  })
  return { tokens: [signToken('device', id, expiresAt), ...others].slice(0, MOST), expiresAt }
}
