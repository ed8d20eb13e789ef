import { eq } from 'drizzle-orm'
import { answer, request } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { queueMails } from '@/lib/mail/outbox'
import { caseLinks } from '@/lib/requests/case-links'
import { endClocks, endingByAnswer } from '@/lib/requests/end-clocks'
import { lockRequest } from '@/lib/requests/lock-request'
import { canAsAssignee } from '@/lib/requests/permissions'
import { openPersonalData } from '@/lib/requests/personal-data'
import { requesterMails } from '@/lib/requests/requester-mails'
import { decideUnanswered } from '@/lib/requests/rules'
import { storeClocks } from '@/lib/requests/store-clocks'
import { toldClocks } from '@/lib/requests/told-clocks'
import { getRequestVault } from '@/lib/vault/request-vault'
import { z } from 'zod/mini'
import { isComplete } from './rules'

/**
 * Gives the answer to the person, exactly the version that the officer was shown: it is final from now on, and ends the
 * clocks of the answer. Duties run on until they are recorded as done; a refusal ends them as well (152-FZ 20(2)). The
 * request closes with its last clock.
 */
export const releaseAnswer = defineCommand({
  input: z.object({ requestId: z.uuid(), version: z.coerce.number().check(z.int()) }),
  load: async (tx, _ctx: Context<StaffActor>, input) => {
    const requestRow = await lockRequest(tx, input.requestId)
    const [draft] = await tx.select().from(answer).where(eq(answer.requestId, requestRow.id)).for('update')
    return { requestRow, draft }
  },
  allow: (actor, { requestRow }) => canAsAssignee(actor, 'releaseAnswer', requestRow),
  run: async (tx, ctx, { requestRow, draft }, { version }) => {
    const decision = decideUnanswered(requestRow)
    if (!decision.ok) return decision
    if (!draft) return { ok: false, reason: 'no-answer' }
    if (draft.version !== version) return { ok: false, reason: 'newer-version' }
    const vault = await getRequestVault(tx, requestRow.id)
    const letter = vault.open('answer:letter', requestRow.id, draft.letter).toString()
    if (!isComplete(requestRow, { ...draft, letter }) || !draft.outcome) return { ok: false, reason: 'no-answer' }
    await tx
      .update(answer)
      .set({ releasedAt: ctx.now, releasedBy: ctx.actor.staffId })
      .where(eq(answer.requestId, requestRow.id))
    const { outcome, refusalGround } = draft
    const clocks = endClocks(requestRow.clocks, endingByAnswer(outcome), ctx)
    await tx.update(request).set({ state: 'answered', outcome, refusalGround }).where(eq(request.id, requestRow.id))
    await storeClocks(tx, ctx, [{ requestRow, clocks }])
    const { caseUrl } = await caseLinks(ctx, requestRow)
    const mails = requesterMails(requestRow, openPersonalData(vault, requestRow), {
      template: 'answer-ready',
      intentKey: `answer-ready:${requestRow.id}`,
      props: { number: requestRow.reference, caseUrl },
    })
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'answer.released',
          requestId: requestRow.id,
          data: { outcome, ground: refusalGround, version, clocks: toldClocks(clocks, ctx.today) },
        },
      ],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})
