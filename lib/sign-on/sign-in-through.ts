import { and, eq } from 'drizzle-orm'
import { setScope, type Transaction } from '@/db/client'
import { provider, staff, staffIdentity, staffMembership } from '@/db/schema'
import { INSTALLATION, type PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { endLinks } from '@/lib/people/links'
import { typedAddress } from '@/lib/people/schemas'
import { type Account, findAccount, findAccountById } from '@/lib/sessions/find-account'
import { type StartedSession, startSession } from '@/lib/sessions/start-session'
import { z } from 'zod/mini'

/**
 * `unknown`: nobody of the clinic has this identity or this address; `unverified`: the provider does not vouch for the
 * address; `taken`: the provider has meant another by this address before.
 */
export type SignOn = ({ signedIn: true } & StartedSession) | { signedIn: false; reason: SignOnFault }
export type SignOnFault = 'unknown' | 'unverified' | 'taken'

/**
 * Whom the clinic's provider has named is signed in, as somebody whom the clinic has invited: no account is ever made here.
 * A failure is stored too (audited), hence it is a value and not a refusal.
 */
export const signInThrough = defineCommand({
  input: z.object({
    providerId: z.uuid(),
    subject: z.string().check(z.minLength(1), z.maxLength(255)),
    email: z.optional(z.string()),
    isVerified: z.boolean(),
    session: z.optional(z.string()),
    deviceTokens: z.array(z.string()),
    userAgent: z.optional(z.string()),
  }),
  load: async (tx, _ctx: Context<PublicActor>, { providerId, subject, email }) => {
    const [row] = await tx.select().from(provider).where(eq(provider.id, providerId))
    const { operatorId } = found(row, 'provider')
    const [known] = await tx
      .select()
      .from(staffIdentity)
      .where(and(eq(staffIdentity.providerId, providerId), eq(staffIdentity.subject, subject)))
    const address = z.safeParse(typedAddress, email ?? '')
    const account = known
      ? await findAccountById(tx, known.staffId)
      : address.success
        ? await findAccount(tx, address.data)
        : undefined
    return { operatorId, known, account: account && (await isOf(tx, account, operatorId)) ? account : undefined }
  },
  allow: () => true,
  run: async (tx, ctx, { known, account }, { providerId, subject, isVerified, session, ...browser }) => {
    const refused = (reason: SignOnFault) => ({
      ok: true as const,
      value: { signedIn: false, reason } as SignOn,
      audit: [
        { action: 'session.staff-refused', data: { staffId: account?.id ?? null, reason: `provider-${reason}` } },
      ] as const,
    })
    if (!known && !isVerified) return refused('unverified')
    if (!account) return refused('unknown')
    if (!known) {
      const identity = { providerId, subject, staffId: account.id, createdAt: ctx.now }
      const made = await tx.insert(staffIdentity).values(identity).onConflictDoNothing().returning()
      if (made.length === 0) return refused('taken')
    }
    if (account.joinedAt === null) {
      await tx.update(staff).set({ joinedAt: ctx.now }).where(eq(staff.id, account.id))
      // The invitation has been answered, by another door.
      await endLinks(tx, account.id, ctx.now)
    }
    const started = await startSession(tx, account.id, browser, ctx.now, {
      providerId,
      providerSession: session ?? null,
    })
    return {
      ok: true,
      value: { signedIn: true, ...started } as SignOn,
      audit: [{ action: 'session.staff-started', data: { staffId: account.id, by: 'provider' } }],
    }
  },
})

/** Whether somebody works for the clinic whose provider has named them; of others it has nothing to say. */
async function isOf(tx: Transaction, { id: staffId }: Account, operatorId: string): Promise<boolean> {
  // Their own memberships are the one thing that a person may see of every clinic.
  await setScope(tx, { operatorId: INSTALLATION, staffId })
  const [membership] = await tx
    .select({ role: staffMembership.role })
    .from(staffMembership)
    .where(and(eq(staffMembership.staffId, staffId), eq(staffMembership.operatorId, operatorId)))
  return membership !== undefined
}
