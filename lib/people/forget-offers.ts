import { and, eq, lte } from 'drizzle-orm'
import { offeredMembership } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'

/** So long a clinic still sees that an invitation was not answered. */
const SHOWN_MS = 30 * 24 * 3_600_000

/** Deletes what was offered and not accepted a while ago: of somebody who never came a clinic keeps no name. */
export const forgetOffers = defineCommand({
  input: z.object({}),
  load: (tx, { actor, now }: Context<SystemActor>) =>
    tx
      .delete(offeredMembership)
      .where(
        and(
          eq(offeredMembership.operatorId, actor.operatorId),
          lte(offeredMembership.expiresAt, new Date(now.getTime() - SHOWN_MS)),
        ),
      )
      .returning({ staffId: offeredMembership.staffId }),
  allow: () => true,
  run: async (_tx, _ctx, { length: offers }) => {
    if (offers === 0) return { ok: false, reason: 'nothing-expired' }
    return { ok: true, value: undefined, audit: [{ action: 'staff.offers-forgotten', data: { offers } }] }
  },
})
