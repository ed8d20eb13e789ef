import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { takeOffer } from './offers'
import { canChange } from './permissions'

/** Somebody who has an account, and has not answered, is invited no more. */
export const withdrawOffer = defineCommand({
  needsRecentProof: true,
  input: z.object({ staffId: z.uuid() }),
  load: async (tx, { actor }: Context<StaffActor>, { staffId }) =>
    found(await takeOffer(tx, actor.operatorId, staffId), 'offer'),
  allow: (actor, { role }) => canChange(actor, role),
  run: (_tx, _ctx, { staffId, role }) =>
    Promise.resolve({
      ok: true,
      value: undefined,
      audit: [{ action: 'staff.offer-withdrawn', data: { staffId, role } }],
    }),
})
