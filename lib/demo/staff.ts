import { eq } from 'drizzle-orm'
import { ask, inScope } from '@/db/client'
import { type DemoAccount } from '@/db/demo/accounts'
import { staff, staffMembership } from '@/db/schema'
import { INSTALLATION } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { getDatabase } from '@/lib/core/database'
import type { Operator } from '@/lib/operators/queries'
import { createStaff, joinOperator } from '@/lib/people/create-staff'
import { must } from './must'

/** Makes the accounts that are not there yet, with their memberships. Ids by e-mail. */
export async function createAccounts(
  accounts: readonly DemoAccount[],
  operators: readonly Operator[],
  at: Date,
): Promise<Map<string, string>> {
  const rows = await ask(getDatabase(), (db) => db.select().from(staff))
  const known = new Map(rows.map(({ id, email }) => [email, id]))
  const installation = contextFor({ kind: 'system', operatorId: INSTALLATION } as const, 'UTC', at)
  for (const { email, name, locale, password, role } of accounts) {
    if (known.has(email)) continue
    const { staffId } = must(
      await execute(createStaff, installation, { email, name, locale, password, isAdmin: role === 'admin' }),
    )
    known.set(email, staffId)
  }
  for (const operator of operators) {
    const ctx = contextFor({ kind: 'system', operatorId: operator.id } as const, operator.timeZone, at)
    const members = await inScope(getDatabase(), { operatorId: operator.id }, (tx) =>
      tx.select().from(staffMembership).where(eq(staffMembership.operatorId, operator.id)),
    )
    for (const { email, role } of accounts.filter(({ operators: slugs }) => slugs.includes(operator.slug))) {
      const staffId = known.get(email) ?? ''
      if (!members.some((member) => member.staffId === staffId)) {
        must(await execute(joinOperator, ctx, { staffId, role }))
      }
    }
  }
  return known
}
