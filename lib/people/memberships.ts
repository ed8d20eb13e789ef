import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { staff, staffMembership, staffSession } from '@/db/schema'
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

/** Every session and every link of somebody is over: what is copied of them lives no more, also if they are taken back. */
export async function endAccess(tx: Transaction, staffId: string, now: Date): Promise<void> {
  await tx
    .update(staffSession)
    .set({ endedAt: now })
    .where(and(eq(staffSession.staffId, staffId), isNull(staffSession.endedAt)))
  await endLinks(tx, staffId, now)
}
