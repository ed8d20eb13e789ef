import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { setScope, type Transaction } from '@/db/client'
import { staff, staffMembership, staffSession } from '@/db/schema'
import { type Actor, INSTALLATION } from '@/lib/core/actor'
import { found } from '@/lib/core/errors'
import { endLinks } from './links'

/**
 * The memberships of some people at a clinic, locked in one order until the transaction ends. Whoever gets a case is locked
 * `for share`: nobody is dismissed while a case is put into their hands.
 */
export function lockMemberships(
  tx: Transaction,
  operatorId: string,
  staffIds: readonly string[],
  strength: 'share' | 'update',
) {
  return tx
    .select()
    .from(staffMembership)
    .where(and(eq(staffMembership.operatorId, operatorId), inArray(staffMembership.staffId, [...staffIds])))
    .orderBy(asc(staffMembership.staffId))
    .for(strength)
}

/**
 * A colleague with what they are at the clinic, locked, and with them all who get their cases: of two who dismiss each other,
 * the second waits. Throws `NotFoundError` for whoever is no colleague.
 */
export async function lockMember(tx: Transaction, operatorId: string, staffId: string, heirs: readonly string[] = []) {
  const memberships = await lockMemberships(tx, operatorId, [staffId, ...heirs], 'update')
  const { role } = found(
    memberships.find((membership) => membership.staffId === staffId),
    'colleague',
  )
  // Not the key: whoever hands them a letter about a case, which is locked already, need not wait.
  const [person] = await tx.select().from(staff).where(eq(staff.id, staffId)).for('no key update')
  return { ...found(person, 'account'), role }
}

/**
 * Whether an account is not this clinic's alone: its person runs the installation, or works at another clinic too. Then a clinic
 * decides what they are there, and has no say over the account: its sessions, its second step, its locks.
 */
export async function isSharedAccount(
  tx: Transaction,
  actor: Actor,
  { id: staffId, isAdmin }: Pick<typeof staff.$inferSelect, 'id' | 'isAdmin'>,
): Promise<boolean> {
  if (isAdmin) return true
  // Their own memberships are the one thing that a person may see of every clinic.
  await setScope(tx, { operatorId: INSTALLATION, staffId })
  const [elsewhere] = await tx
    .select({ role: staffMembership.role })
    .from(staffMembership)
    .where(and(eq(staffMembership.staffId, staffId), ne(staffMembership.operatorId, actor.operatorId)))
    .limit(1)
  await setScope(tx, { operatorId: actor.operatorId, staffId: actor.kind === 'staff' ? actor.staffId : undefined })
  return elsewhere !== undefined
}

/** Every session and every link of somebody is over: what is copied of them lives no more, also if they are taken back. */
export async function endAccess(tx: Transaction, staffId: string, now: Date): Promise<void> {
  await tx
    .update(staffSession)
    .set({ endedAt: now })
    .where(and(eq(staffSession.staffId, staffId), isNull(staffSession.endedAt)))
  await endLinks(tx, staffId, now)
}
