import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { queueMails } from '@/lib/mail/outbox'
import { caseLinks } from '@/lib/requests/case-links'
import { lockRequest } from '@/lib/requests/lock-request'
import { can } from '@/lib/requests/permissions'
import { openPersonalData } from '@/lib/requests/personal-data'
import { requesterMails } from '@/lib/requests/requester-mails'
import { awaitsAnswer, decideOpen } from '@/lib/requests/rules'
import { messageSchema } from '@/lib/requests/staff-schemas'
import { answerClock } from '@/lib/requests/verdicts'
import { getRequestVault } from '@/lib/vault/request-vault'
import { findSent, storeMessage } from './store-message'

/** An officer asks the person for what is missing. The clocks run on: the law knows no pause. */
export const askQuestion = defineCommand({
  input: messageSchema,
  load: async (tx, ctx: Context<StaffActor>, input) => {
    const requestRow = await lockRequest(tx, input.requestId)
    return { requestRow, ...(await findSent(tx, ctx, input)) }
  },
  allow: (actor, { requestRow }) => can(actor, 'ask', requestRow),
  run: async (tx, ctx, { requestRow, id, isSent }, { text }) => {
    if (isSent) return { ok: true, value: undefined, audit: { goesOn: 'message.asked' } }
    const decision = decideOpen(requestRow)
    if (!decision.ok) return decision
    const vault = await getRequestVault(tx, requestRow.id)
    await storeMessage(tx, ctx, { id, requestId: requestRow.id, vault, text })
    const { caseUrl } = await caseLinks(ctx, requestRow)
    const answer = answerClock(requestRow.clocks)
    const mails = requesterMails(requestRow, openPersonalData(vault, requestRow), {
      template: 'question-asked',
      intentKey: `question-asked:${requestRow.id}:${id}`,
      props: {
        number: requestRow.reference,
        ...(answer && awaitsAnswer(requestRow) && { dueOn: answer.dueOn }),
        caseUrl,
      },
    })
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'message.asked', requestId: requestRow.id }],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})
