import { and, asc, eq, gt } from 'drizzle-orm'
import { inScope, type Transaction } from '@/db/client'
import type { StaffRole } from '@/db/enums'
import { offeredMembership, staff } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { getDatabase } from '@/lib/core/database'
import { INVITATION_DAYS } from './links'

// Whoever has an account already is offered a role at one more clinic: they work there once they have accepted it, and until
// then the clinic knows no more of them than whoever invited them typed.

/** What a clinic offers whoever is signed in. */
export interface OwnOffer {
  operatorId: string
  role: StaffRole
  until: Date
}

export function listOwnOffers({ actor, now }: Context<StaffActor>): Promise<OwnOffer[]> {
  const { staffId } = actor
  return inScope(getDatabase(), { staffId }, (tx) =>
    tx
      .select({
        operatorId: offeredMembership.operatorId,
        role: offeredMembership.role,
        until: offeredMembership.expiresAt,
      })
      .from(offeredMembership)
      .where(and(eq(offeredMembership.staffId, staffId), gt(offeredMembership.expiresAt, now)))
      .orderBy(asc(offeredMembership.expiresAt)),
  )
}

/** Somebody whom the clinic has made an offer that is not answered. */
export interface Offered {
  id: string
  /** As it was typed with the invitation. */
  name: string
  email: string
  role: StaffRole
  until: Date
}

export function listOffered(tx: Transaction, operatorId: string): Promise<Offered[]> {
  return tx
    .select({
      ...{ id: offeredMembership.staffId, name: offeredMembership.name, email: staff.email },
      ...{ role: offeredMembership.role, until: offeredMembership.expiresAt },
    })
    .from(offeredMembership)
    .innerJoin(staff, eq(staff.id, offeredMembership.staffId))
    .where(eq(offeredMembership.operatorId, operatorId))
    .orderBy(asc(offeredMembership.name))
}

/** Offers a role, or offers it anew. */
export async function offer(
  tx: Transaction,
  { actor: { operatorId }, now }: Context,
  offered: { staffId: string; name: string; role: StaffRole },
): Promise<void> {
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 24 * 3_600_000)
  const { name, role } = offered
  await tx
    .insert(offeredMembership)
    .values({ ...offered, operatorId, expiresAt })
    .onConflictDoUpdate({
      target: [offeredMembership.staffId, offeredMembership.operatorId],
      set: { name, role, expiresAt },
    })
}

/** The offer that a clinic has made to somebody, taken off the table; undefined where there is none. */
export async function takeOffer(tx: Transaction, operatorId: string, staffId: string) {
  const [row] = await tx
    .delete(offeredMembership)
    .where(and(eq(offeredMembership.operatorId, operatorId), eq(offeredMembership.staffId, staffId)))
    .returning()
  return row
}
