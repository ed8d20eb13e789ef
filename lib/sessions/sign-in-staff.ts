import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { staff, staffSession } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'
import { verifyPassword } from './passwords'
import { hashToken, newToken } from './tokens'

const SESSION_MS = 12 * 3_600_000
const FREE_TRIES = 5
const LOCK_MS = 15 * 60_000

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
  load: async (tx, _ctx: Context<PublicActor>, { email }) => {
    const [row] = await tx.select().from(staff).where(eq(staff.email, email)).for('update')
    return row?.dismissedAt ? undefined : row
  },
  allow: () => true,
  run: async (tx, ctx, account, { password }) => {
    const refused = (reason: 'wrong' | 'locked') => ({
      ok: true as const,
      value: { signedIn: false, reason } as SignIn,
      audit: [{ action: 'session.staff-refused', data: { staffId: account?.id ?? null, reason } }] as const,
    })
    if (account?.lockedUntil && account.lockedUntil > ctx.now) return refused('locked')
    if (!(await verifyPassword(account?.passwordHash, password)) || !account) {
      if (account) {
        const lockedUntil = account.failedSignIns + 1 >= FREE_TRIES ? new Date(ctx.now.getTime() + LOCK_MS) : null
        const failedSignIns = lockedUntil ? 0 : sql`${staff.failedSignIns} + 1`
        await tx.update(staff).set({ failedSignIns, lockedUntil }).where(eq(staff.id, account.id))
      }
      return refused('wrong')
    }
    const token = newToken()
    const expiresAt = new Date(ctx.now.getTime() + SESSION_MS)
    await tx.update(staff).set({ failedSignIns: 0, lockedUntil: null }).where(eq(staff.id, account.id))
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
