import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Locale, StaffRole } from '@/db/enums'
import { staff, staffMembership } from '@/db/schema'

export interface Colleague {
  id: string
  name: string
  email: string
  locale: Locale
  role: StaffRole
}

/**
 * Who works for the operator of the transaction's scope: the dismissed left out, and who was invited and has not come yet.
 * Nobody reads the letters of the latter, and a case in their hands would be in nobody's.
 */
export function listColleagues(
  tx: Transaction,
  operatorId: string,
  roles: readonly StaffRole[] = ['officer', 'lead'],
): Promise<Colleague[]> {
  return tx
    .select({ id: staff.id, name: staff.name, email: staff.email, locale: staff.locale, role: staffMembership.role })
    .from(staffMembership)
    .innerJoin(staff, eq(staff.id, staffMembership.staffId))
    .where(
      and(
        eq(staffMembership.operatorId, operatorId),
        inArray(staffMembership.role, [...roles]),
        isNull(staff.dismissedAt),
        isNotNull(staff.joinedAt),
      ),
    )
    .orderBy(staff.name)
}
