import { and, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { recoveryCode, staffTotp } from '@/db/schema'
import { INSTALLATION } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { mailLocked } from '@/lib/people/reset-mails'
import { cleanCode } from '@/lib/text/characters'
import { searchHash } from '@/lib/vault/search-hash'
import { atMost } from '@/lib/text/fields'
import { z } from 'zod/mini'
import type { Account } from './find-account'
import { hashRecoveryCode, RECOVERY_DIGITS } from './recovery-codes'
import { spendPasskey } from './passkeys'
import { countFailure, forgive, lockedUntil, lockGuards, type Whence } from './sign-in-guard'
import { stepOfCode, TOTP_DIGITS } from './totp'

/** Wrong; good, but used before; of too few or too many digits to be one; or signed by no passkey that is known here. */
export type CodeFault = 'code-wrong' | 'code-used' | 'code-incomplete' | 'passkey-wrong'

/** What somebody proves themselves by: a code as it was typed, or what a passkey answered. */
export interface Given {
  code: string
  passkey?: string | undefined
}

const answer = z.optional(z.string().check(atMost(20_000)))

/** A field for a code, which may stay empty where a passkey has answered. */
export const givenInput = {
  code: z._default(z.string().check(z.trim(), atMost(100)), ''),
  passkey: answer,
}

/** Something must be given. */
export const isGiven = <G extends Given>() =>
  z.check<G>(({ value, issues }) => {
    if (!value.code && !value.passkey)
      issues.push({ code: 'custom', message: 'required', path: ['code'], input: value })
  })

export type CodeProof =
  | { proven: true; by: 'totp' | 'recovery-code' | 'passkey' }
  | { proven: false; reason: CodeFault; jobs: JobDraft[] }
  | { proven: false; reason: 'locked'; until: Date; jobs: JobDraft[] }

/** Whether somebody signs in with a second step. */
export async function hasSecondFactor(tx: Transaction, staffId: string): Promise<boolean> {
  const [row] = await tx.select({ is: staffTotp.confirmedAt }).from(staffTotp).where(confirmedOf(staffId))
  return row !== undefined
}

const confirmedOf = (staffId: string) => and(eq(staffTotp.staffId, staffId), isNotNull(staffTotp.confirmedAt))

/**
 * Uses up a code of the second step: of the app, or one of those for a lost phone. Of many that arrive at the same moment
 * one is taken. A wrong one counts as a wrong password does, at the same places; a code of one's own that was sent twice, or
 * half of one, is no guess, and counts nowhere; nor does what no passkey has signed, which nobody can guess.
 */
export async function proveByCode(
  tx: Transaction,
  ctx: Context,
  account: Account,
  given: Given,
  whence: Whence,
): Promise<CodeProof> {
  const guards = await lockGuards(tx, searchHash('email', INSTALLATION, account.email), whence, ctx.now)
  const until = lockedUntil(guards, ctx.now)
  if (until) return { proven: false, reason: 'locked', until, jobs: [] }
  if (given.passkey) {
    if (!(await spendPasskey(tx, account.id, given.passkey, ctx.now)))
      return { proven: false, reason: 'passkey-wrong', jobs: [] }
    await forgive(tx, guards)
    return { proven: true, by: 'passkey' }
  }
  const code = cleanCode(given.code).replaceAll(/\D/g, '')
  const by = kindsByDigits[code.length]
  if (!by) return { proven: false, reason: 'code-incomplete', jobs: [] }
  const fault = await spend[by](tx, account.id, code, ctx.now)
  if (!fault) {
    await forgive(tx, guards)
    return { proven: true, by }
  }
  if (fault === 'code-used') return { proven: false, reason: fault, jobs: [] }
  const closed = await countFailure(tx, guards, ctx.now)
  const jobs = closed.length > 0 ? await mailLocked(tx, ctx, account, { strangers: closed.includes('strangers') }) : []
  return { proven: false, reason: fault, jobs }
}

type Spend = (
  tx: Transaction,
  staffId: string,
  code: string,
  now: Date,
) => Promise<'code-wrong' | 'code-used' | undefined>

const spendTotp: Spend = async (tx, staffId, code, now) => {
  const [row] = await tx.select().from(staffTotp).where(confirmedOf(staffId))
  const step = row && stepOfCode(staffId, row.secret, code, now)
  if (step === undefined) return 'code-wrong'
  const isNewer = or(isNull(staffTotp.lastStep), lt(staffTotp.lastStep, step))
  const taken = await tx
    .update(staffTotp)
    .set({ lastStep: step })
    .where(and(confirmedOf(staffId), isNewer))
    .returning()
  return taken.length > 0 ? undefined : 'code-used'
}

const spendRecoveryCode: Spend = async (tx, staffId, code, now) => {
  const mine = and(eq(recoveryCode.staffId, staffId), eq(recoveryCode.codeHash, hashRecoveryCode(staffId, code)))
  const taken = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(mine, isNull(recoveryCode.usedAt)))
    .returning()
  if (taken.length > 0) return undefined
  const [used] = await tx.select({ at: recoveryCode.usedAt }).from(recoveryCode).where(mine)
  return used ? 'code-used' : 'code-wrong'
}

const spend = { totp: spendTotp, 'recovery-code': spendRecoveryCode }

const kindsByDigits: Readonly<Record<number, keyof typeof spend>> = {
  [TOTP_DIGITS]: 'totp',
  [RECOVERY_DIGITS]: 'recovery-code',
}
