import { and, eq } from 'drizzle-orm'
import { staffIdentity, staffSession } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'

/** The provider has asked for a password anew: whoever began this session through it proves so once more who they are. */
export const proveThrough = defineCommand({
  input: z.object({ providerId: z.uuid(), subject: z.string() }),
  load: async (tx, { actor }: Context<StaffActor>, { providerId, subject }) => {
    const [identity] = await tx
      .select()
      .from(staffIdentity)
      .where(and(eq(staffIdentity.providerId, providerId), eq(staffIdentity.subject, subject)))
    return identity?.staffId === actor.staffId && providerId === actor.providerId
  },
  allow: (_actor, isOwn) => isOwn,
  run: async (tx, { actor, now }) => {
    await tx.update(staffSession).set({ provenAt: now }).where(eq(staffSession.id, actor.sessionId))
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'session.proven', data: { staffId: actor.staffId, by: 'provider' } }],
    }
  },
})
