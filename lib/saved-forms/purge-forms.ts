import { and, eq, lte } from 'drizzle-orm'
import { savedForm } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'

/** Deletes the forms whose day is over: nobody opens them any more, and they hold what somebody wrote. */
export const purgeForms = defineCommand({
  input: z.object({}),
  load: (tx, { actor, now }: Context<SystemActor>) =>
    tx
      .delete(savedForm)
      .where(and(eq(savedForm.operatorId, actor.operatorId), lte(savedForm.expiresAt, now)))
      .returning({ id: savedForm.id }),
  allow: () => true,
  run: async (_tx, _ctx, { length: forms }) => {
    if (forms === 0) return { ok: false, reason: 'nothing-expired' }
    return { ok: true, value: undefined, audit: [{ action: 'form.purged', data: { forms } }] }
  },
})
