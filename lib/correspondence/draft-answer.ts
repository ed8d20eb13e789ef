import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { lockRequest } from '@/lib/requests/lock-request'
import { canAsAssignee } from '@/lib/requests/permissions'
import { decideUnanswered } from '@/lib/requests/rules'
import { draftSchema } from '@/lib/requests/staff-schemas'
import { storeDraft } from './store-draft'

/**
 * Keeps what an officer has typed so far, as they type, whatever it still lacks. The log tells once of a sitting: it comes
 * every few seconds, and the log is locked by whoever writes to it.
 */
export const draftAnswer = defineCommand({
  input: draftSchema,
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, requestRow) => canAsAssignee(actor, 'saveAnswer', requestRow),
  run: async (tx, ctx, requestRow, input) => {
    const decision = decideUnanswered(requestRow)
    if (!decision.ok) return decision
    const stored = await storeDraft(tx, ctx, requestRow, input)
    if (!stored.ok) return stored
    const { version } = stored.draft
    return {
      ok: true,
      value: stored.draft,
      audit: stored.goesOn
        ? { goesOn: 'answer.drafted' }
        : [{ action: 'answer.drafted', requestId: requestRow.id, data: { version } }],
    }
  },
})
