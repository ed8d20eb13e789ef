import { createHash } from 'node:crypto'
import type { Transaction } from '@/db/client'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { readToken, signToken } from '@/lib/vault/signed-token'
import { z } from 'zod/mini'
import { findDevice } from './devices'
import { type Account, findAccountById } from './find-account'
import { askPasskey, listPasskeys } from './passkeys'
import { type CodeFault, givenInput, isGiven, proveByCode } from './prove-code'
import { type StartedSession, startSession } from './start-session'

/** Time for the second step, from the first. */
const STEP_MS = 10 * 60_000
const ID_LENGTH = 36

/** What the browser keeps between the two steps: the account, and that its password was right. */
export interface SecondStepTicket {
  ticket: string
  expiresAt: Date
}

export function secondStepTicket(account: Account, now: Date): SecondStepTicket {
  const expiresAt = new Date(now.getTime() + STEP_MS)
  return { ticket: signToken('second-step', account.id + fingerprint(account), expiresAt), expiresAt }
}

/** Another password meanwhile, and the first step proves nothing any more. */
const fingerprint = ({ passwordHash }: Account) =>
  createHash('sha256')
    .update(passwordHash ?? '')
    .digest('base64url')

export type SecondStep =
  | ({ signedIn: true } & StartedSession)
  | { signedIn: false; reason: CodeFault | 'over' }
  | { signedIn: false; reason: 'locked'; until: Date; isKnown: boolean }

async function accountOf(tx: Transaction, ctx: Context, ticket: string): Promise<Account | undefined> {
  const proven = readToken('second-step', ticket, ctx.now) ?? ''
  const account = await findAccountById(tx, proven.slice(0, ID_LENGTH))
  return account && fingerprint(account) === proven.slice(ID_LENGTH) ? account : undefined
}

/** Whether a passkey may be used in the place of a code. */
export const mayUsePasskey = (ctx: Context<PublicActor>, ticket: string): Promise<boolean> =>
  asActor(ctx.actor, async (tx) => {
    const account = await accountOf(tx, ctx, ticket)
    return account !== undefined && (await listPasskeys(tx, account.id)).length > 0
  })

/** What the browser asks a passkey of the account to sign, as JSON. */
export const askForPasskey = defineCommand({
  input: z.object({ ticket: z.string() }),
  load: (tx, ctx: Context<PublicActor>, { ticket }) => accountOf(tx, ctx, ticket),
  allow: () => true,
  run: async (tx, ctx, account) => {
    const options = account && (await askPasskey(tx, account.id, ctx.now))
    if (!options) return { ok: false, reason: 'no-passkey' }
    return { ok: true, value: JSON.stringify(options), audit: { goesOn: 'session.second-step-asked' } }
  },
})

/** The second step of signing in. A failure is stored too (counted and audited), hence it is a value and not a refusal. */
export const takeSecondStep = defineCommand({
  input: z
    .object({
      ...givenInput,
      ticket: z.string(),
      source: z.string(),
      deviceTokens: z.array(z.string()),
      userAgent: z.optional(z.string()),
    })
    .check(isGiven()),
  load: (tx, ctx: Context<PublicActor>, { ticket }) => accountOf(tx, ctx, ticket),
  allow: () => true,
  run: async (tx, ctx, account, { code, passkey, source, ...browser }) => {
    const refused = (value: SecondStep & { signedIn: false }) => ({
      ok: true as const,
      value: value as SecondStep,
      audit: [
        { action: 'session.second-step-refused', data: { staffId: account?.id ?? null, reason: value.reason } },
      ] as const,
    })
    if (!account) return refused({ signedIn: false, reason: 'over' })
    const device = findDevice(browser.deviceTokens, account.id, ctx.now)
    const proof = await proveByCode(tx, ctx, account, { code, passkey }, { source, device })
    if (!proof.proven) {
      const { jobs, ...why } = proof
      const value = why.reason === 'locked' ? { ...why, isKnown: device !== undefined } : why
      const { proven: _, ...told } = value
      return { ...refused({ signedIn: false, ...told }), jobs }
    }
    const started = await startSession(tx, account.id, browser, ctx.now)
    return {
      ok: true,
      value: { signedIn: true, ...started } as SecondStep,
      audit: [{ action: 'session.staff-started', data: { staffId: account.id, by: proof.by } }],
    }
  },
})
