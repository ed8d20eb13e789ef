import { and, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { recoveryCode, staffTotp } from '@/db/schema'
import { INSTALLATION } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { mailLocked } from '@/lib/people/reset-mails'
import { cleanCode } from '@/lib/text/characters'
import { searchHash } from '@/lib/vault/search-hash'
import type { Account } from './find-account'
import { hashRecoveryCode, RECOVERY_DIGITS } from './recovery-codes'
import { countFailure, forgive, lockedUntil, lockGuards, type Whence } from './sign-in-guard'
import { stepOfCode } from './totp'

export type CodeProof =
  | { proven: true; by: 'totp' | 'recovery-code' }
  | { proven: false; reason: 'wrong'; jobs: JobDraft[] }
  | { proven: false; reason: 'locked'; until: Date; jobs: JobDraft[] }

/** Whether somebody signs in with a second step. */
export async function hasSecondFactor(tx: Transaction, staffId: string): Promise<boolean> {
  const [row] = await tx.select({ is: staffTotp.confirmedAt }).from(staffTotp).where(confirmedOf(staffId))
  return row !== undefined
}

const confirmedOf = (staffId: string) => and(eq(staffTotp.staffId, staffId), isNotNull(staffTotp.confirmedAt))

/**
 * Uses up a code of the second step: of the app, or one of those for a lost phone. Of many that arrive at the same moment
 * one is taken. A wrong one counts as a wrong password does, at the same places.
 */
export async function proveByCode(
  tx: Transaction,
  ctx: Context,
  account: Account,
  typed: string,
  whence: Whence,
): Promise<CodeProof> {
  const guards = await lockGuards(tx, searchHash('email', INSTALLATION, account.email), whence, ctx.now)
  const until = lockedUntil(guards, ctx.now)
  if (until) return { proven: false, reason: 'locked', until, jobs: [] }
  const code = cleanCode(typed).replaceAll(/\D/g, '')
  const by = code.length === RECOVERY_DIGITS ? 'recovery-code' : 'totp'
  const isTaken =
    by === 'totp' ? spendTotp(tx, account.id, code, ctx.now) : spendRecoveryCode(tx, account.id, code, ctx.now)
  if (await isTaken) {
    await forgive(tx, guards)
    return { proven: true, by }
  }
  const closed = await countFailure(tx, guards, ctx.now)
  const jobs = closed.length > 0 ? await mailLocked(tx, ctx, account, { strangers: closed.includes('strangers') }) : []
  return { proven: false, reason: 'wrong', jobs }
}

async function spendTotp(tx: Transaction, staffId: string, code: string, now: Date): Promise<boolean> {
  const [row] = await tx.select().from(staffTotp).where(confirmedOf(staffId))
  const step = row && stepOfCode(staffId, row.secret, code, now)
  if (step === undefined) return false
  const isNewer = or(isNull(staffTotp.lastStep), lt(staffTotp.lastStep, step))
  const taken = await tx
    .update(staffTotp)
    .set({ lastStep: step })
    .where(and(confirmedOf(staffId), isNewer))
    .returning()
  return taken.length > 0
}

async function spendRecoveryCode(tx: Transaction, staffId: string, code: string, now: Date): Promise<boolean> {
  const mine = and(eq(recoveryCode.staffId, staffId), eq(recoveryCode.codeHash, hashRecoveryCode(staffId, code)))
  const taken = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(mine, isNull(recoveryCode.usedAt)))
    .returning()
  return taken.length > 0
}
