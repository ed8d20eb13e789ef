import { eq } from 'drizzle-orm'
import { requesterSession, staffSession } from '@/db/schema'
import type { RequesterActor, StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'

/** Signing out ends the session's row, so that a copied cookie is worth nothing from then on. */
export const endStaffSession = defineCommand({
  input: z.object({}),
  load: async (_tx, ctx: Context<StaffActor>) => ctx.actor.sessionId,
  allow: () => true,
  run: async (tx, ctx, sessionId) => {
    await tx.update(staffSession).set({ endedAt: ctx.now }).where(eq(staffSession.id, sessionId))
    return { ok: true, value: undefined, audit: [{ action: 'session.ended' }] }
  },
})

export const endRequesterSession = defineCommand({
  input: z.object({}),
  load: async (_tx, ctx: Context<RequesterActor>) => ctx.actor.sessionId,
  allow: () => true,
  run: async (tx, ctx, sessionId) => {
    await tx.update(requesterSession).set({ endedAt: ctx.now }).where(eq(requesterSession.id, sessionId))
    return { ok: true, value: undefined, audit: [{ action: 'session.ended', requestId: ctx.actor.requestId }] }
  },
})
