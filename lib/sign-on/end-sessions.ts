import { and, eq, inArray, isNull } from 'drizzle-orm'
import { staffIdentity, staffSession } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'

/** The provider has ended one of its sessions, or all of a person: so do those that it began here. */
export const endProviderSessions = defineCommand({
  input: z
    .object({ providerId: z.uuid(), subject: z.optional(z.string()), session: z.optional(z.string()) })
    .check(z.refine(({ subject, session }) => subject !== undefined || session !== undefined)),
  load: (tx, _ctx: Context<PublicActor>, { providerId, subject, session }) => {
    const named = tx
      .select({ staffId: staffIdentity.staffId })
      .from(staffIdentity)
      .where(and(eq(staffIdentity.providerId, providerId), eq(staffIdentity.subject, subject ?? '')))
    return tx
      .select({ id: staffSession.id, staffId: staffSession.staffId })
      .from(staffSession)
      .where(
        and(
          eq(staffSession.providerId, providerId),
          isNull(staffSession.endedAt),
          session === undefined ? undefined : eq(staffSession.providerSession, session),
          subject === undefined ? undefined : inArray(staffSession.staffId, named),
        ),
      )
      .for('update')
  },
  allow: () => true,
  run: async (tx, { now }, sessions) => {
    const ids = sessions.map(({ id }) => id)
    if (ids.length > 0) await tx.update(staffSession).set({ endedAt: now }).where(inArray(staffSession.id, ids))
    const staffId = sessions[0]?.staffId ?? null
    return {
      ok: true,
      value: { ended: ids.length },
      audit: [{ action: 'session.ended', data: { staffId, by: 'provider', sessions: ids.length } }],
    }
  },
})
