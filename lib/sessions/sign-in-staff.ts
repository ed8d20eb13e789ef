import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { operator, staffMembership } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand, execute, fieldIssues, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { mailLocked } from '@/lib/people/reset-mails'
import { typedAddress } from '@/lib/people/schemas'
import { searchHash } from '@/lib/vault/search-hash'
import { owesProvider } from '@/lib/sign-on/permissions'
import { atMost } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { findDevice } from './devices'
import { type Account, findAccount } from './find-account'
import { verifyPassword } from './passwords'
import { hasSecondFactor } from './prove-code'
import { type SecondStepTicket, secondStepTicket } from './second-step'
import { countFailure, forgive, lockedUntil, lockGuards, readGuards } from './sign-in-guard'
import { type Browser, type StartedSession, startSession } from './start-session'

/**
 * `until` is when the place that it was tried from is open again, `isKnown` whether that is a device that signed in before;
 * `busy` is said before a password is looked at, `provider` where it was right and their clinics take none any more, `second-step` where it was right and a code is asked for too.
 */
export type SignIn =
  | ({ signedIn: true } & StartedSession)
  | { signedIn: false; reason: 'wrong' | 'busy' | 'provider' }
  | ({ signedIn: false; reason: 'second-step' } & SecondStepTicket)
  | { signedIn: false; reason: 'locked'; until: Date; isKnown: boolean }

/** Where it is tried from: the client's address, and what the browser keeps of earlier sign-ins. */
export interface SignInPlace extends Browser {
  source: string
}

const credentials = z.object({
  email: typedAddress,
  password: z.string('required').check(z.minLength(1, 'required'), atMost(500)),
})

/**
 * An officer signs in. The password is hashed outside of any transaction, then a short one counts the try or starts the
 * session: a flood of tries keeps no connection of the pool.
 */
export async function signInStaff(
  ctx: Context<PublicActor>,
  rawInput: unknown,
  { source, ...browser }: SignInPlace,
): Promise<Result<SignIn, never>> {
  const parsed = z.safeParse(credentials, rawInput)
  if (!parsed.success) return { ok: false, reason: 'invalid', fields: fieldIssues(parsed.error) }
  const { email, password } = parsed.data
  const { account, device, isLocked } = await asActor(ctx.actor, async (tx) => {
    const found = await findAccount(tx, email)
    const known = found && findDevice(browser.deviceTokens, found.id, ctx.now)
    const guards = await readGuards(tx, emailHashOf(ctx, email), { source, device: known })
    return { account: found, device: known, isLocked: lockedUntil(guards, ctx.now) !== undefined }
  })
  // What is locked is refused whatever the password: it need not be looked at.
  const matches = isLocked
    ? false
    : await verifyPassword(account?.passwordHash, password, { isKnown: device !== undefined })
  if (matches === undefined) return { ok: true, value: { signedIn: false, reason: 'busy' } }
  const provenHash = (matches && account?.passwordHash) || null
  return execute(concludeSignIn, ctx, { email, source, device, ...browser, provenHash })
}

const emailHashOf = (ctx: Context, email: string) => searchHash('email', ctx.actor.operatorId, email)

/** A failure is stored too (counted and audited), hence it is a value and not a refusal. */
const concludeSignIn = defineCommand({
  input: z.object({
    email: z.string(),
    source: z.string(),
    device: z.optional(z.string()),
    deviceTokens: z.array(z.string()),
    userAgent: z.optional(z.string()),
    /** The stored hash that the password was found to match. */
    provenHash: z.nullable(z.string()),
  }),
  load: async (tx, ctx: Context<PublicActor>, { email, source, device }) => {
    const guards = await lockGuards(tx, emailHashOf(ctx, email), { source, device }, ctx.now)
    return { guards, account: await findAccount(tx, email) }
  },
  allow: () => true,
  run: async (tx, ctx, { guards, account }, { provenHash, device: known, ...browser }) => {
    const refused = (value: SignIn & { signedIn: false }, jobs: JobDraft[] = []) => ({
      ok: true as const,
      value: value as SignIn,
      jobs,
      audit: [
        { action: 'session.staff-refused', data: { staffId: account?.id ?? null, reason: value.reason } },
      ] as const,
    })
    const until = lockedUntil(guards, ctx.now)
    if (until) return refused({ signedIn: false, reason: 'locked', until, isKnown: known !== undefined })
    // Changed or dismissed since the password was looked at: it proves nothing any more.
    if (!account || provenHash === null || account.passwordHash !== provenHash) {
      const closed = await countFailure(tx, guards, ctx.now)
      const strangers = closed.includes('strangers')
      const jobs = account && closed.length > 0 ? await mailLocked(tx, ctx, account, { strangers }) : []
      return refused({ signedIn: false, reason: 'wrong' }, jobs)
    }
    if (await isLeftToProvider(tx, account)) return refused({ signedIn: false, reason: 'provider' })
    if (await hasSecondFactor(tx, account.id)) {
      // Wrong codes count at the same places: a right password forgives nothing yet.
      const value: SignIn = { signedIn: false, reason: 'second-step', ...secondStepTicket(account, ctx.now) }
      return { ok: true, value, audit: [{ action: 'session.second-step-asked', data: { staffId: account.id } }] }
    }
    await forgive(tx, guards)
    const started = await startSession(tx, account.id, browser, ctx.now)
    return {
      ok: true,
      value: { signedIn: true, ...started } as SignIn,
      audit: [{ action: 'session.staff-started', data: { staffId: account.id } }],
    }
  },
})

/** Whether every clinic of theirs signs its people in by a provider of its own: this password opens none. */
async function isLeftToProvider(tx: Transaction, { id: staffId, isAdmin }: Account): Promise<boolean> {
  const demands = await tx
    .select({ providerDemanded: operator.providerDemanded, emergencyStaffId: operator.emergencyStaffId })
    .from(staffMembership)
    .innerJoin(operator, eq(operator.id, staffMembership.operatorId))
    .where(eq(staffMembership.staffId, staffId))
  return demands.length > 0 && demands.every((demand) => owesProvider({ staffId, isAdmin, providerId: null }, demand))
}
