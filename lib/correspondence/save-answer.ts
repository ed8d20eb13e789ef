import { answer } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { lockRequest } from '@/lib/requests/lock-request'
import { can } from '@/lib/requests/permissions'
import { decideOpen } from '@/lib/requests/rules'
import { answerSchema } from '@/lib/requests/staff-schemas'
import { getRequestVault } from '@/lib/vault/request-vault'

/** Keeps the answer as a draft; nobody outside sees it before it is released. */
export const saveAnswer = defineCommand({
  input: answerSchema,
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, subject) => can(actor, 'saveAnswer', subject),
  run: async (tx, ctx, subject, { outcome, refusalGround, letter }) => {
    const decision = decideOpen(subject)
    if (!decision.ok) return decision
    const vault = await getRequestVault(tx, subject.id)
    const draft = {
      outcome,
      refusalGround: outcome === 'refused' ? (refusalGround ?? null) : null,
      letter: vault.seal('answer:letter', subject.id, letter),
      draftedBy: ctx.actor.staffId,
      savedAt: ctx.now,
    }
    await tx
      .insert(answer)
      .values({ requestId: subject.id, operatorId: ctx.actor.operatorId, ...draft })
      .onConflictDoUpdate({ target: answer.requestId, set: draft })
    return { ok: true, value: undefined, audit: [{ action: 'answer.saved', requestId: subject.id, data: { outcome } }] }
  },
})
