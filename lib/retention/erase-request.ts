import { erasure } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { lockRequest } from '@/lib/requests/lock-request'
import { can } from '@/lib/requests/permissions'
import { decideErasure } from '@/lib/requests/rules'
import { eraseData } from './erase'
import { eraseRequestSchema } from './schemas'

/** A lead has the personal data of a closed request erased, for good. Its number and its line of the register stay. */
export const eraseRequest = defineCommand({
  needsRecentProof: true,
  input: eraseRequestSchema,
  load: (tx, _ctx: Context<StaffActor>, { requestId }) => lockRequest(tx, requestId),
  allow: (actor, requestRow) => can(actor, 'erase', requestRow),
  run: async (tx, ctx, requestRow, { ground }) => {
    const decision = decideErasure(requestRow)
    if (!decision.ok) return decision
    const { id: requestId, operatorId } = requestRow
    await eraseData(tx, requestId, ctx.now)
    await tx.insert(erasure).values({ requestId, operatorId, ground, erasedAt: ctx.now, erasedBy: ctx.actor.staffId })
    return { ok: true, value: undefined, audit: [{ action: 'request.erased', requestId, data: { ground } }] }
  },
})
