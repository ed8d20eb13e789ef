import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { setScope, type Transaction } from '@/db/client'
import { staff, staffMembership } from '@/db/schema'
import { INSTALLATION } from '@/lib/core/actor'

export type Account = typeof staff.$inferSelect

/**
 * The account that signs in with an address, within a transaction of the installation: undefined where there is none, where
 * it is closed, and where its person works for no clinic any more.
 */
export const findAccount = (tx: Transaction, email: string): Promise<Account | undefined> =>
  findWhere(tx, eq(staff.email, email))

/** The same account, once it is known. */
export const findAccountById = (tx: Transaction, id: string): Promise<Account | undefined> =>
  findWhere(tx, sql`${staff.id}::text = ${id}`)

async function findWhere(tx: Transaction, condition: SQL): Promise<Account | undefined> {
  const [account] = await tx
    .select()
    .from(staff)
    .where(and(condition, isNull(staff.dismissedAt)))
  // Asked for an unknown address too, so that it takes as long.
  await setScope(tx, { operatorId: INSTALLATION, staffId: account?.id ?? INSTALLATION })
  const memberships = await tx
    .select({ role: staffMembership.role })
    .from(staffMembership)
    .where(eq(staffMembership.staffId, account?.id ?? INSTALLATION))
    .limit(1)
  return account && (account.isAdmin || memberships.length > 0) ? account : undefined
}
