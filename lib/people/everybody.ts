import { asc, eq } from 'drizzle-orm'
import { inScope } from '@/db/client'
import type { StaffRole } from '@/db/enums'
import { staff, staffMembership } from '@/db/schema'
import type { StaffActor, SystemActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor, getDatabase } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import { listOperators, type Operator } from '@/lib/operators/queries'
import { runsInstallation } from './permissions'

/** Somebody with an account: invited and not there yet, at work, or closed. */
export type AccountState = 'invited' | 'active' | 'closed'

export interface Somebody {
  id: string
  name: string
  email: string
  state: AccountState
  isAdmin: boolean
  clinics: { operator: Operator; role: StaffRole }[]
}

export const stateOf = (account: { joinedAt: Date | null; dismissedAt: Date | null }): AccountState => {
  if (account.dismissedAt) return 'closed'
  return account.joinedAt === null ? 'invited' : 'active'
}

/** Everybody who has an account, with what they are at which clinic; for who runs the installation. */
export async function listEverybody({ actor }: Context<StaffActor | SystemActor>): Promise<Somebody[]> {
  if (!runsInstallation(actor)) throw new NotFoundError('people')
  const accounts = await asActor(actor, (tx) => tx.select().from(staff).orderBy(asc(staff.name)))
  const operators = await listOperators()
  // A clinic at a time: no transaction sees two of them.
  const memberships = await Promise.all(
    operators.map(async (operator) => {
      const rows = await inScope(getDatabase(), { operatorId: operator.id }, (tx) =>
        tx.select().from(staffMembership).where(eq(staffMembership.operatorId, operator.id)),
      )
      return rows.map(({ staffId, role }) => ({ staffId, operator, role }))
    }),
  )
  return accounts.map((account) => ({
    ...{ id: account.id, name: account.name, email: account.email, isAdmin: account.isAdmin },
    state: stateOf(account),
    clinics: memberships.flat().flatMap(({ staffId, ...clinic }) => (staffId === account.id ? [clinic] : [])),
  }))
}
