import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { staff, staffSession } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand, execute, fieldIssues, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { emailKey } from '@/lib/text/email'
import { requiredLine } from '@/lib/text/fields'
import { searchHash } from '@/lib/vault/search-hash'
import { z } from 'zod/mini'
import { findDevice, rememberDevice } from './devices'
import { verifyPassword } from './passwords'
import { countFailure, forgive, lockedUntil, lockGuards, readGuards } from './sign-in-guard'
import { hashToken, newToken } from './tokens'

const SESSION_MS = 12 * 3_600_000

/** What the browser is to keep: a token of the session, and tokens of the accounts that have signed in on this device. */
interface SignedIn {
  signedIn: true
  staffId: string
  session: { token: string; expiresAt: Date }
  device: { tokens: string[]; expiresAt: Date }
}

/**
 * `until` is when the place that it was tried from is open again, `isKnown` whether that is a device that signed in before;
 * `busy` is said before a password is looked at.
 */
export type SignIn =
  | SignedIn
  | { signedIn: false; reason: 'wrong' | 'busy' }
  | { signedIn: false; reason: 'locked'; until: Date; isKnown: boolean }

/** Where it is tried from: the client's address, and what the browser keeps of earlier sign-ins. */
export interface SignInPlace {
  source: string
  deviceTokens: readonly string[]
}

const credentials = z.object({
  email: requiredLine(254).check(z.overwrite(emailKey)),
  password: z.string('required').check(z.minLength(1, 'required'), z.maxLength(500, 'tooLong')),
})

/**
 * An officer signs in. The password is hashed outside of any transaction, then a short one counts the try or starts the
 * session: a flood of tries keeps no connection of the pool.
 */
export async function signInStaff(
  ctx: Context<PublicActor>,
  rawInput: unknown,
  { source, deviceTokens }: SignInPlace,
): Promise<Result<SignIn, never>> {
  const parsed = z.safeParse(credentials, rawInput)
  if (!parsed.success) return { ok: false, reason: 'invalid', fields: fieldIssues(parsed.error) }
  const { email, password } = parsed.data
  const { account, device, isLocked } = await asActor(ctx.actor, async (tx) => {
    const [found] = await tx
      .select()
      .from(staff)
      .where(and(eq(staff.email, email), isNull(staff.dismissedAt)))
    const known = found && findDevice(deviceTokens, found.id, ctx.now)
    const guards = await readGuards(tx, emailHashOf(ctx, email), { source, device: known })
    return { account: found, device: known, isLocked: lockedUntil(guards, ctx.now) !== undefined }
  })
  // What is locked is refused whatever the password: it need not be looked at.
  const matches = isLocked
    ? false
    : await verifyPassword(account?.passwordHash, password, { isKnown: device !== undefined })
  if (matches === undefined) return { ok: true, value: { signedIn: false, reason: 'busy' } }
  const provenHash = (matches && account?.passwordHash) || null
  return execute(concludeSignIn, ctx, { email, source, device, deviceTokens, provenHash })
}

const emailHashOf = (ctx: Context, email: string) => searchHash('email', ctx.actor.operatorId, email)

/** A failure is stored too (counted and audited), hence it is a value and not a refusal. */
const concludeSignIn = defineCommand({
  input: z.object({
    email: z.string(),
    source: z.string(),
    device: z.optional(z.string()),
    deviceTokens: z.array(z.string()),
    /** The stored hash that the password was found to match. */
    provenHash: z.nullable(z.string()),
  }),
  load: async (tx, ctx: Context<PublicActor>, { email, source, device }) => {
    const guards = await lockGuards(tx, emailHashOf(ctx, email), { source, device }, ctx.now)
    const [account] = await tx
      .select()
      .from(staff)
      .where(and(eq(staff.email, email), isNull(staff.dismissedAt)))
    return { guards, account }
  },
  allow: () => true,
  run: async (tx, ctx, { guards, account }, { provenHash, device: known, deviceTokens }) => {
    const refused = (value: SignIn & { signedIn: false }) => ({
      ok: true as const,
      value: value as SignIn,
      audit: [
        { action: 'session.staff-refused', data: { staffId: account?.id ?? null, reason: value.reason } },
      ] as const,
    })
    const until = lockedUntil(guards, ctx.now)
    if (until) return refused({ signedIn: false, reason: 'locked', until, isKnown: known !== undefined })
    // Changed or dismissed since the password was looked at: it proves nothing any more.
    if (!account || provenHash === null || account.passwordHash !== provenHash) {
      await countFailure(tx, guards, ctx.now)
      return refused({ signedIn: false, reason: 'wrong' })
    }
    await forgive(tx, guards)
    const session = { token: newToken(), expiresAt: new Date(ctx.now.getTime() + SESSION_MS) }
    await tx.insert(staffSession).values({
      id: randomUUID(),
      tokenHash: hashToken(session.token),
      staffId: account.id,
      createdAt: ctx.now,
      expiresAt: session.expiresAt,
    })
    const device = rememberDevice(deviceTokens, account.id, ctx.now)
    return {
      ok: true,
      value: { signedIn: true, staffId: account.id, session, device } as SignIn,
      audit: [{ action: 'session.staff-started', data: { staffId: account.id } }],
    }
  },
})
