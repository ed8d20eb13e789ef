import { hash, verify } from '@node-rs/argon2'
import { processWide } from '@/lib/core/process-wide'
import { Slots } from './slots'

// OWASP's parameters for argon2id (the library's default algorithm): 19 MiB, two passes, one lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Two at a time: a flood of sign-ins leaves threads for files and names, and memory for all else. */
const AT_ONCE = 2
const MOST_WAITING = 500

const own = processWide('passwords', () => ({
  slots: new Slots(AT_ONCE, MOST_WAITING),
  decoy: undefined as Promise<string> | undefined,
}))

export const hashPassword = (password: string): Promise<string> => own.slots.run(() => hash(password, options))

/**
 * Takes as long for an account that does not exist as for one that does. Never within a transaction: it may wait for its
 * turn, and would keep a connection. `isKnown`, from a device that has signed in before, waits behind no stranger.
 * Undefined where too many wait already.
 */
export async function verifyPassword(
  stored: string | null | undefined,
  password: string,
  { isKnown = false } = {},
): Promise<boolean | undefined> {
  const { slots } = own
  if (!isKnown && slots.isFull) return undefined
  own.decoy ??= hashPassword('nobody has this account')
  const against = stored ?? (await own.decoy) ?? ''
  const matches = await slots.run(() => verify(against, password), { first: isKnown })
  return matches && Boolean(stored)
}
