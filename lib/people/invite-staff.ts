import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { locales, staffRoles } from '@/db/enums'
import { formerMembership, staff, staffMembership } from '@/db/schema'
import { INSTALLATION, type StaffActor, type SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { invitePerson } from './invitation-mails'
import { lockMemberships } from './memberships'
import { offer } from './offers'
import { canGive } from './permissions'
import { emailSchema, nameSchema } from './schemas'

/**
 * Lets somebody in at the clinic of the actor, or at the installation as its admin. Who has no account yet gets one, with a
 * link to choose a password; who has one, and never worked here, is asked and works here once they have accepted. The value's
 * `url` is that link: for a terminal, never for a page.
 */
export const inviteStaff = defineCommand({
  needsRecentProof: true,
  input: z.object({ email: emailSchema, name: nameSchema, locale: z.enum(locales), role: z.enum(staffRoles) }),
  load: async (tx, ctx: Context<StaffActor | SystemActor>, { email, name, locale }) => {
    const row = { id: randomUUID(), email, name, locale, createdAt: ctx.now }
    const made = await tx.insert(staff).values(row).onConflictDoNothing().returning({ id: staff.id })
    const [account] = await tx.select().from(staff).where(eq(staff.email, email)).for('update')
    return { person: found(account, 'account'), isNew: made.length > 0 }
  },
  // At no clinic there is nothing to be but its admin.
  allow: (actor, _found, { role }) => canGive(actor, role) && (actor.operatorId !== INSTALLATION || role === 'admin'),
  run: async (tx, ctx, { person, isNew }, { name, role }) => {
    // Closed by an admin of the installation: only an admin opens it again.
    if (person.dismissedAt) {
      if (ctx.actor.kind === 'staff' && ctx.actor.role !== 'admin') return { ok: false, reason: 'account-closed' }
      await tx.update(staff).set({ dismissedAt: null }).where(eq(staff.id, person.id))
    }
    const came = isNew || ctx.actor.operatorId === INSTALLATION || (await isKnown(tx, ctx, person.id))
    if (came && !(await join(tx, ctx, person, role))) return { ok: false, reason: 'already-there' }
    if (!came) await offer(tx, ctx, { staffId: person.id, name, role })
    const { url, jobs } = await invitePerson(tx, ctx, person, came ? 'staff-joined' : 'staff-offer')
    return {
      ok: true,
      value: { staffId: person.id, url },
      audit: [{ action: 'staff.invited', data: { staffId: person.id, role } }],
      jobs,
    }
  },
})

/** Works for the clinic, or did. */
async function isKnown(tx: Transaction, { actor: { operatorId } }: Context, staffId: string): Promise<boolean> {
  const [member] = await lockMemberships(tx, operatorId, [staffId], 'share')
  if (member) return true
  const [former] = await tx
    .select({ role: formerMembership.role })
    .from(formerMembership)
    .where(and(eq(formerMembership.operatorId, operatorId), eq(formerMembership.staffId, staffId)))
  return former !== undefined
}

/** False where they are what they are to become already. */
async function join(
  tx: Transaction,
  { actor: { operatorId } }: Context,
  { id: staffId, isAdmin }: typeof staff.$inferSelect,
  role: typeof staffMembership.$inferSelect.role,
): Promise<boolean> {
  if (operatorId === INSTALLATION) {
    if (!isAdmin) await tx.update(staff).set({ isAdmin: true }).where(eq(staff.id, staffId))
    return !isAdmin
  }
  await tx
    .delete(formerMembership)
    .where(and(eq(formerMembership.operatorId, operatorId), eq(formerMembership.staffId, staffId)))
  const added = await tx.insert(staffMembership).values({ staffId, operatorId, role }).onConflictDoNothing().returning()
  return added.length > 0
}
