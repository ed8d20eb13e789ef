import { createHash } from 'node:crypto'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { readToken, signToken } from '@/lib/vault/signed-token'
import { z } from 'zod/mini'
import { findDevice } from './devices'
import { type Account, findAccountById } from './find-account'
import { type CodeFault, proveByCode } from './prove-code'
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

/** The second step of signing in. A failure is stored too (counted and audited), hence it is a value and not a refusal. */
export const takeSecondStep = defineCommand({
  input: z.object({
    ticket: z.string(),
    code: z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(100, 'tooLong')),
    source: z.string(),
    deviceTokens: z.array(z.string()),
    userAgent: z.optional(z.string()),
  }),
  load: async (tx, ctx: Context<PublicActor>, { ticket }) => {
    const proven = readToken('second-step', ticket, ctx.now) ?? ''
    const account = await findAccountById(tx, proven.slice(0, ID_LENGTH))
    return account && fingerprint(account) === proven.slice(ID_LENGTH) ? account : undefined
  },
  allow: () => true,
  run: async (tx, ctx, account, { code, source, ...browser }) => {
    const refused = (value: SecondStep & { signedIn: false }) => ({
      ok: true as const,
      value: value as SecondStep,
      audit: [
        { action: 'session.second-step-refused', data: { staffId: account?.id ?? null, reason: value.reason } },
      ] as const,
    })
    if (!account) return refused({ signedIn: false, reason: 'over' })
    const device = findDevice(browser.deviceTokens, account.id, ctx.now)
    const proof = await proveByCode(tx, ctx, account, code, { source, device })
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
