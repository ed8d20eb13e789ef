import { getCalendar } from '@/lib/calendar/queries'
import type { RequesterActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { queueMails } from '@/lib/mail/outbox'
import { staffMails } from '@/lib/mail/staff-mails'
import { concernedBy } from '@/lib/people/concerned'
import { caseLinks } from '@/lib/requests/case-links'
import { clockLines } from '@/lib/requests/clock-lines'
import { lockRequest } from '@/lib/requests/lock-request'
import { decideOpen } from '@/lib/requests/rules'
import { messageSchema } from '@/lib/requests/staff-schemas'
import { listColleagues } from '@/lib/people/queries'
import { getRequestVault } from '@/lib/vault/request-vault'
import { findSent, storeMessage } from './store-message'

/** The person writes to their own case; its assignee is told, or all while nobody holds it. */
export const sendMessage = defineCommand({
  input: messageSchema,
  load: async (tx, ctx: Context<RequesterActor>, input) => {
    const subject = await lockRequest(tx, input.requestId)
    return { subject, ...(await findSent(tx, ctx, input)) }
  },
  allow: (actor, { subject }) => actor.requestId === subject.id,
  run: async (tx, ctx, { subject, id, isSent }, { text }) => {
    if (isSent) return { ok: true, value: undefined, audit: { goesOn: 'message.received' } }
    const decision = decideOpen(subject)
    if (!decision.ok) return decision
    const vault = await getRequestVault(tx, subject.id)
    await storeMessage(tx, ctx, { id, requestId: subject.id, vault, text })
    const colleagues = await listColleagues(tx, ctx.actor.operatorId)
    const open = subject.clocks.filter(({ stoppedOn }) => stoppedOn === null)
    const clocks = clockLines(open, ctx.today, await getCalendar())
    const { requestUrl } = await caseLinks(ctx, subject)
    const mails = staffMails(concernedBy(colleagues, subject), ({ id: staffId, locale }) => ({
      template: 'requester-message',
      requestId: subject.id,
      intentKey: `requester-message:${subject.id}:${staffId}:${id}`,
      props: { number: subject.reference, clocks, url: requestUrl(locale) },
    }))
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'message.received', requestId: subject.id }],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})
