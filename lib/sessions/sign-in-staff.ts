import { randomUUID } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import { signInGuard, staff, staffSession } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { searchHash } from '@/lib/vault/search-hash'
import { z } from 'zod/mini'
import { verifyPassword } from './passwords'
import { hashToken, newToken } from './tokens'

const SESSION_MS = 12 * 3_600_000
const FREE_TRIES = 5
const LOCK_MS = 15 * 60_000
const KEPT_MS = 24 * 3_600_000

export type SignIn =
  { signedIn: true; token: string; expiresAt: Date; staffId: string } | { signedIn: false; reason: 'wrong' | 'locked' }

/** An officer signs in. A failure is stored too (counted and audited), hence it is a value and not a refusal. */
export const signInStaff = defineCommand({
  input: z.object({
    email: z
      .string('required')
      .check(z.trim(), z.toLowerCase(), z.minLength(1, 'required'), z.maxLength(254, 'tooLong')),
    password: z.string('required').check(z.minLength(1, 'required'), z.maxLength(500, 'tooLong')),
  }),
  // The guard's row is locked first, so that tries sent at the same moment are counted one after the other.
  load: async (tx, ctx: Context<PublicActor>, { email }) => {
    const emailHash = searchHash('email', ctx.actor.operatorId, email)
    const [guard] = await tx
      .insert(signInGuard)
      .values({ emailHash, failures: 0, failedAt: ctx.now })
      .onConflictDoUpdate({ target: signInGuard.emailHash, set: { failures: sql`${signInGuard.failures}` } })
      .returning()
    const [row] = await tx.select().from(staff).where(eq(staff.email, email))
    return { guard: found(guard, 'sign-in guard'), account: row?.dismissedAt ? undefined : row }
  },
  allow: () => true,
  run: async (tx, ctx, { guard, account }, { password }) => {
    const refused = (reason: 'wrong' | 'locked') => ({
      ok: true as const,
      value: { signedIn: false, reason } as SignIn,
      audit: [{ action: 'session.staff-refused', data: { staffId: account?.id ?? null, reason } }] as const,
    })
    const store = (values: Partial<typeof signInGuard.$inferInsert>) =>
      tx.update(signInGuard).set(values).where(eq(signInGuard.emailHash, guard.emailHash))

    if (guard.lockedUntil && guard.lockedUntil > ctx.now) return refused('locked')
    if (!(await verifyPassword(account?.passwordHash, password)) || !account) {
      const isLast = guard.failures + 1 >= FREE_TRIES
      await store({
        failures: isLast ? 0 : guard.failures + 1,
        lockedUntil: isLast ? new Date(ctx.now.getTime() + LOCK_MS) : null,
        failedAt: ctx.now,
      })
      return refused('wrong')
    }
    await store({ failures: 0, lockedUntil: null })
    await tx.delete(signInGuard).where(lt(signInGuard.failedAt, new Date(ctx.now.getTime() - KEPT_MS)))
    const token = newToken()
    const expiresAt = new Date(ctx.now.getTime() + SESSION_MS)
    await tx.insert(staffSession).values({
      id: randomUUID(),
      tokenHash: hashToken(token),
      staffId: account.id,
      createdAt: ctx.now,
      expiresAt,
    })
    return {
      ok: true,
      value: { signedIn: true, token, expiresAt, staffId: account.id } as SignIn,
      audit: [{ action: 'session.staff-started', data: { staffId: account.id } }],
    }
  },
})
