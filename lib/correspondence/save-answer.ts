import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { lockRequest } from '@/lib/requests/lock-request'
import { canAsAssignee } from '@/lib/requests/permissions'
import { decideUnanswered, namesGround } from '@/lib/requests/rules'
import { answerSchema } from '@/lib/requests/staff-schemas'
import { storeDraft } from './store-draft'

/** Keeps the answer as a draft that lacks nothing; nobody outside sees it before it is released. */
export const saveAnswer = defineCommand({
  input: answerSchema,
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, requestRow) => canAsAssignee(actor, 'saveAnswer', requestRow),
  run: async (tx, ctx, requestRow, input) => {
    const decision = decideUnanswered(requestRow)
    if (!decision.ok) return decision
    if (namesGround(requestRow, input.outcome) && !input.refusalGround) {
      return { ok: false, reason: 'invalid', fields: { refusalGround: ['required'] } }
    }
    const stored = await storeDraft(tx, ctx, requestRow, input)
    if (!stored.ok) return stored
    const { outcome } = input
    const { version } = stored.draft
    return {
      ok: true,
      value: stored.draft,
      audit: [{ action: 'answer.saved', requestId: requestRow.id, data: { outcome, version } }],
    }
  },
})
