import { eq } from 'drizzle-orm'
import { request } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { assigneeAmong } from '@/lib/people/concerned'
import { lockMemberships } from '@/lib/people/memberships'
import { listColleagues } from '@/lib/people/queries'
import { z } from 'zod/mini'
import { lockRequest } from './lock-request'
import { can } from './permissions'
import { decideTake, stateInHands } from './rules'

/** An officer takes a request upon themselves: from now on they answer for it, and its reminders go to them. */
export const takeRequest = defineCommand({
  input: z.object({ requestId: z.uuid() }),
  load: async (tx, ctx: Context<StaffActor>, input) => {
    // First, so that nobody is dismissed while a case comes into their hands; those who dismiss keep the same order.
    const [own] = await lockMemberships(tx, ctx.actor.operatorId, [ctx.actor.staffId], 'share')
    found(own, 'membership')
    const requestRow = await lockRequest(tx, input.requestId)
    const [assignee] = assigneeAmong(await listColleagues(tx, ctx.actor.operatorId), requestRow)
    return { ...requestRow, assigneeId: assignee?.id ?? null }
  },
  allow: (actor, requestRow) => can(actor, 'take', requestRow),
  run: async (tx, ctx, requestRow) => {
    const decision = decideTake(requestRow, ctx.actor.staffId)
    if (!decision.ok) return decision
    await tx
      .update(request)
      .set({ assigneeId: ctx.actor.staffId, state: stateInHands(requestRow) })
      .where(eq(request.id, requestRow.id))
    return { ok: true, value: undefined, audit: [{ action: 'request.taken', requestId: requestRow.id }] }
  },
})
