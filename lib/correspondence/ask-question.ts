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
    const subject = await lockRequest(tx, input.requestId)
    return { subject, ...(await findSent(tx, ctx, input)) }
  },
  allow: (actor, { subject }) => can(actor, 'ask', subject),
  run: async (tx, ctx, { subject, id, isSent }, { text }) => {
    if (isSent) return { ok: true, value: undefined, audit: { goesOn: 'message.asked' } }
    const decision = decideOpen(subject)
    if (!decision.ok) return decision
    const vault = await getRequestVault(tx, subject.id)
    await storeMessage(tx, ctx, { id, requestId: subject.id, vault, text })
    const { caseUrl } = await caseLinks(ctx, subject)
    const answer = answerClock(subject.clocks)
    const mails = requesterMails(subject, openPersonalData(vault, subject), {
      template: 'question-asked',
      intentKey: `question-asked:${subject.id}:${id}`,
      props: { number: subject.reference, ...(answer && awaitsAnswer(subject) && { dueOn: answer.dueOn }), caseUrl },
    })
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'message.asked', requestId: subject.id }],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})
