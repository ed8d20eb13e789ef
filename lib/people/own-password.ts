import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { staff } from '@/db/schema'
import { INSTALLATION, type StaffActor } from '@/lib/core/actor'
import { defineCommand, execute, type Result, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found } from '@/lib/core/errors'
import { verifyPassword } from '@/lib/sessions/passwords'
import { countFailure, forgive, lockedUntil, lockGuards, readGuards, type Whence } from '@/lib/sessions/sign-in-guard'
import { searchHash } from '@/lib/vault/search-hash'
import { z } from 'zod/mini'
import { mailLocked } from './reset-mails'

type Own = Context<StaffActor>

/** `hash`: what the password was compared with. */
export type PasswordTry = { is: 'right'; hash: string } | { is: 'wrong' } | { is: 'locked' }

/** Wrong tries of somebody who is signed in count at their session: whoever walks up to it guesses no more than at the door. */
export const placeOf = ({ actor }: Own): Whence => ({ source: '', device: `session ${actor.sessionId}` })

const guarded = (account: typeof staff.$inferSelect) => searchHash('email', INSTALLATION, account.email)

export async function readOwn(tx: Transaction, { actor }: Own) {
  const [account] = await tx.select().from(staff).where(eq(staff.id, actor.staffId))
  return found(account, 'account')
}

/** Compares a password with that of whoever is signed in, outside of any transaction; then counts it. */
export async function tryOwnPassword(ctx: Own, password: string): Promise<Result<PasswordTry, 'busy'>> {
  const { account, isLocked } = await asActor(ctx.actor, async (tx) => {
    const own = await readOwn(tx, ctx)
    const guards = await readGuards(tx, guarded(own), placeOf(ctx))
    return { account: own, isLocked: lockedUntil(guards, ctx.now) !== undefined }
  })
  if (isLocked) return { ok: true, value: { is: 'locked' } }
  const matches = await verifyPassword(account.passwordHash, password, { isKnown: true })
  if (matches === undefined) return { ok: false, reason: 'busy' }
  return execute(countTry, ctx, { rightHash: matches ? account.passwordHash : null })
}

const countTry = defineCommand({
  input: z.object({ rightHash: z.nullable(z.string()) }),
  load: async (tx, ctx: Own) => {
    const account = await readOwn(tx, ctx)
    return { account, guards: await lockGuards(tx, guarded(account), placeOf(ctx), ctx.now) }
  },
  allow: () => true,
  run: async (tx, ctx, { account, guards }, { rightHash }): Promise<Success<PasswordTry>> => {
    const told = (reason: string) =>
      [{ action: 'session.proof-refused', data: { staffId: account.id, reason } }] as const
    // Of many that came at the same moment, those behind the last free one count no more, right or wrong.
    if (lockedUntil(guards, ctx.now)) return { ok: true, value: { is: 'locked' }, audit: told('locked') }
    if (rightHash !== null && rightHash === account.passwordHash) {
      await forgive(tx, guards)
      return { ok: true, value: { is: 'right', hash: rightHash }, audit: { goesOn: 'session.proof-refused' } }
    }
    const closed = await countFailure(tx, guards, ctx.now)
    const jobs = closed.length > 0 ? await mailLocked(tx, ctx, account, { strangers: false }) : []
    return { ok: true, value: { is: 'wrong' }, audit: told('password-wrong'), jobs }
  },
})
