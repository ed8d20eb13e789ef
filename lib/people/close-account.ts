import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { setScope, type Transaction } from '@/db/client'
import { staff, staffMembership } from '@/db/schema'
import { INSTALLATION, type StaffActor, type SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { endAccess } from './memberships'
import { isSelf, runsInstallation } from './permissions'

type Admin = Context<StaffActor | SystemActor>

/**
 * The person, and whether anybody else runs the installation. All admins are locked, in one order: of two who take each
 * other's place away at the same moment, the second is refused.
 */
async function lockPerson(tx: Transaction, staffId: string) {
  const rows = await tx
    .select()
    .from(staff)
    .where(or(eq(staff.id, staffId), and(staff.isAdmin, isNull(staff.dismissedAt), isNotNull(staff.passwordHash))))
    .orderBy(asc(staff.id))
    .for('update')
  const person = found(
    rows.find(({ id }) => id === staffId),
    'account',
  )
  return { person, others: rows.length - 1 }
}

type Locked = Awaited<ReturnType<typeof lockPerson>>

function decide(ctx: Admin, { person, others }: Locked): 'yourself' | 'last-admin' | undefined {
  if (isSelf(ctx.actor, person.id)) return 'yourself'
  return person.isAdmin && others === 0 ? 'last-admin' : undefined
}

/** Nobody signs in with the account any more. First they are dismissed wherever they work, where their cases are handed over. */
export const closeAccount = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid() }),
  load: (tx, _ctx: Admin, { staffId }) => lockPerson(tx, staffId),
  allow: runsInstallation,
  run: async (tx, ctx, locked) => {
    const { person } = locked
    const refusal = decide(ctx, locked)
    if (refusal) return { ok: false, reason: refusal }
    if (await worksSomewhere(tx, person.id)) return { ok: false, reason: 'works-somewhere' }
    await tx.update(staff).set({ dismissedAt: ctx.now, isAdmin: false }).where(eq(staff.id, person.id))
    await endAccess(tx, person.id, ctx.now)
    return { ok: true, value: undefined, audit: [{ action: 'staff.account-closed', data: { staffId: person.id } }] }
  },
})

/** Their own memberships are the one thing that a person may see of every clinic. */
async function worksSomewhere(tx: Transaction, staffId: string): Promise<boolean> {
  await setScope(tx, { operatorId: INSTALLATION, staffId })
  const rows = await tx
    .select({ role: staffMembership.role })
    .from(staffMembership)
    .where(eq(staffMembership.staffId, staffId))
    .limit(1)
  await setScope(tx, { operatorId: INSTALLATION })
  return rows.length > 0
}

/** The account may be used again, at no clinic yet; what it could do before it has to be given anew. */
export const reopenAccount = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid() }),
  load: (tx, _ctx: Admin, { staffId }) => lockPerson(tx, staffId),
  allow: runsInstallation,
  run: async (tx, _ctx, { person }) => {
    if (!person.dismissedAt) return { ok: false, reason: 'open-already' }
    await tx.update(staff).set({ dismissedAt: null }).where(eq(staff.id, person.id))
    return { ok: true, value: undefined, audit: [{ action: 'staff.account-reopened', data: { staffId: person.id } }] }
  },
})

/** An admin runs the installation no more, and stays what they are at their clinics. */
export const endAdmin = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid() }),
  load: (tx, _ctx: Admin, { staffId }) => lockPerson(tx, staffId),
  allow: runsInstallation,
  run: async (tx, ctx, locked) => {
    const { person } = locked
    const refusal = decide(ctx, locked)
    if (refusal) return { ok: false, reason: refusal }
    if (!person.isAdmin) return { ok: false, reason: 'no-admin' }
    await tx.update(staff).set({ isAdmin: false }).where(eq(staff.id, person.id))
    return { ok: true, value: undefined, audit: [{ action: 'staff.admin-ended', data: { staffId: person.id } }] }
  },
})
