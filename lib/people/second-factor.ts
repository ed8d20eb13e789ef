import { and, count, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { passkey, recoveryCode, staff, staffTotp } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, type Invalid, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found } from '@/lib/core/errors'
import type { Account } from '@/lib/sessions/find-account'
import { type CodeFault, proveByCode } from '@/lib/sessions/prove-code'
import { dropRecoveryCodes, replaceRecoveryCodes } from '@/lib/sessions/recovery-codes'
import { newSealedSecret, stepOfCode, totpKey } from '@/lib/sessions/totp'
import { ownsAccount } from '@/lib/sign-on/permissions'
import { atMost } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { mailSecondFactor } from './reset-mails'

type Own = Context<StaffActor>

/** Where somebody's second factor stands: none, one whose app has still to prove itself, or one that signing in asks for. */
export type SecondFactor =
  { is: 'off' } | { is: 'begun'; uri: string; text: string } | { is: 'on'; since: Date; codesLeft: number }

/** The codes for a lost phone, told this once; or why what was typed proved nothing. */
export type SecondFactorAnswer =
  { codes: string[] } | { done: 'begun' | 'off' } | { problem: CodeFault } | { problem: 'locked'; until: Date }

/** One's own, with its secret until it is in use. */
export function getOwnSecondFactor({ actor }: Own): Promise<SecondFactor> {
  return asActor(actor, async (tx): Promise<SecondFactor> => {
    const { account, totp } = await readOwn(tx, actor.staffId)
    if (!totp) return { is: 'off' }
    if (!totp.confirmedAt) return { is: 'begun', ...totpKey(account.id, totp.secret, account.email) }
    const unused = and(eq(recoveryCode.staffId, account.id), isNull(recoveryCode.usedAt))
    const [left] = await tx.select({ codes: count() }).from(recoveryCode).where(unused)
    return { is: 'on', since: totp.confirmedAt, codesLeft: left?.codes ?? 0 }
  })
}

const selectOwn = (tx: Transaction, staffId: string) =>
  tx
    .select({ account: staff, totp: staffTotp })
    .from(staff)
    .leftJoin(staffTotp, eq(staffTotp.staffId, staff.id))
    .where(eq(staff.id, staffId))

async function readOwn(tx: Transaction, staffId: string) {
  const [row] = await selectOwn(tx, staffId)
  return found(row, 'account')
}

/** Of two windows the second waits, and finds what the first has done. */
async function lockOwn(tx: Transaction, { actor }: Own) {
  await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, actor.staffId)).for('no key update')
  return readOwn(tx, actor.staffId)
}

const codeInput = z.object({
  code: z.string('required').check(z.trim(), z.minLength(1, 'required'), atMost(100)),
})

const told = (value: SecondFactorAnswer): SecondFactorAnswer => value

/** Makes a secret for an app. Until a code of it was typed it is asked of nobody, and made anew each time. */
export const beginSecondFactor = defineCommand({
  needsRecentProof: true,
  input: z.object({}),
  load: lockOwn,
  allow: ownsAccount,
  run: async (tx, { actor: { staffId } }, { totp }) => {
    if (totp?.confirmedAt) return { ok: false, reason: 'on-already' }
    const secret = newSealedSecret(staffId)
    const set = { secret }
    await tx.insert(staffTotp).values({ staffId, secret }).onConflictDoUpdate({ target: staffTotp.staffId, set })
    return {
      ok: true,
      value: told({ done: 'begun' }),
      audit: [{ action: 'staff.second-factor-begun', data: { staffId } }],
    }
  },
})

/** The app has the secret: signing in asks for a code from now on. */
export const confirmSecondFactor = defineCommand({
  needsRecentProof: true,
  input: codeInput,
  load: lockOwn,
  allow: ownsAccount,
  run: async (
    tx,
    ctx: Own,
    { account, totp },
    { code },
  ): Promise<Success<SecondFactorAnswer> | Refusal<'on-already'> | Invalid> => {
    if (totp?.confirmedAt) return { ok: false, reason: 'on-already' }
    const step = totp && stepOfCode(account.id, totp.secret, code.replaceAll(/\D/g, ''), ctx.now)
    // Whoever is here sees the secret: there is nothing to guess, and nothing to count.
    if (step === undefined) return { ok: false, reason: 'invalid', fields: { code: ['codeWrong'] } }
    await tx.update(staffTotp).set({ confirmedAt: ctx.now, lastStep: step }).where(eq(staffTotp.staffId, account.id))
    return {
      ok: true,
      value: told({ codes: await replaceRecoveryCodes(tx, account.id) }),
      audit: [{ action: 'staff.second-factor-on', data: { staffId: account.id } }],
      jobs: await mailSecondFactor(tx, ctx, account, 'on'),
    }
  },
})

/** New codes for a lost phone; the former ones are good for nothing. */
export const renewRecoveryCodes = defineCommand({
  input: codeInput,
  load: lockOwn,
  allow: () => true,
  run: (tx, ctx: Own, { account }, { code }) =>
    whenProven(tx, ctx, account, code, async () => ({
      ok: true,
      value: told({ codes: await replaceRecoveryCodes(tx, account.id) }),
      audit: [{ action: 'staff.recovery-codes-renewed', data: { staffId: account.id } }],
    })),
})

/** A password alone is enough again. */
export const endSecondFactor = defineCommand({
  input: codeInput,
  load: lockOwn,
  allow: () => true,
  run: (tx, ctx: Own, { account }, { code }) =>
    whenProven(tx, ctx, account, code, async () => ({
      ok: true,
      value: told({ done: 'off' }),
      ...(await dropSecondFactor(tx, ctx, account)),
    })),
})

/** A wrong code is stored too (counted and audited), hence it is a value and not a refusal. */
async function whenProven(
  tx: Transaction,
  ctx: Own,
  account: Account,
  code: string,
  work: () => Promise<Success<SecondFactorAnswer>>,
): Promise<Success<SecondFactorAnswer>> {
  // A session has an allowance of its own: what strangers try at the door is no matter here.
  const proof = await proveByCode(tx, ctx, account, { code }, { source: '', device: `session ${ctx.actor.sessionId}` })
  if (proof.proven) return work()
  const { jobs } = proof
  const value: SecondFactorAnswer =
    proof.reason === 'locked' ? { problem: proof.reason, until: proof.until } : { problem: proof.reason }
  const data = { staffId: account.id, reason: proof.reason }
  return { ok: true, value, jobs, audit: [{ action: 'staff.second-factor-refused', data }] }
}

/** Forgets somebody's second factor, and tells them. */
export async function dropSecondFactor(tx: Transaction, ctx: Context, account: Account) {
  await tx.delete(staffTotp).where(eq(staffTotp.staffId, account.id))
  await dropRecoveryCodes(tx, account.id)
  await tx.delete(passkey).where(eq(passkey.staffId, account.id))
  return {
    audit: [{ action: 'staff.second-factor-off', data: { staffId: account.id } }] as const,
    jobs: await mailSecondFactor(tx, ctx, account, 'off'),
  }
}
