import { eq } from 'drizzle-orm'
import { request } from '@/db/schema'
import { getCalendar } from '@/lib/calendar/queries'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { lockMemberships } from '@/lib/people/memberships'
import { listColleagues } from '@/lib/people/queries'
import { z } from 'zod/mini'
import { caseLinks } from './case-links'
import { clockLines } from './clock-lines'
import { lockRequest } from './lock-request'
import { can } from './permissions'
import { decideOpen, stateInHands } from './rules'

/** A lead puts a request into an officer's hands; the officer who had it before is told too. */
export const assignRequest = defineCommand({
  input: z.object({ requestId: z.uuid(), assigneeId: z.uuid() }),
  load: async (tx, ctx: Context<StaffActor>, { requestId, assigneeId }) => {
    // First, so that nobody is dismissed while a case comes into their hands; those who dismiss keep the same order.
    await lockMemberships(tx, ctx.actor.operatorId, [assigneeId], 'share')
    return lockRequest(tx, requestId)
  },
  allow: (actor, subject) => can(actor, 'assign', subject),
  run: async (tx, ctx, subject, { assigneeId }) => {
    const decision = decideOpen(subject)
    if (!decision.ok) return decision
    const colleagues = await listColleagues(tx, ctx.actor.operatorId)
    const assignee = colleagues.find(({ id }) => id === assigneeId)
    if (!assignee) return { ok: false, reason: 'not-a-colleague' }
    if (subject.assigneeId === assigneeId) return { ok: false, reason: 'already-theirs' }
    await tx
      .update(request)
      .set({ assigneeId, state: stateInHands(subject) })
      .where(eq(request.id, subject.id))

    const { requestUrl } = await caseLinks(ctx, subject)
    const open = subject.clocks.filter(({ stoppedOn }) => stoppedOn === null)
    const clocks = clockLines(open, ctx.today, await getCalendar())
    const mailTo = (colleague: (typeof colleagues)[number]) => ({
      locale: colleague.locale,
      to: colleague.email,
      requestId: subject.id,
      staffId: colleague.id,
    })
    const mails: MailIntent[] = []
    const moment = ctx.now.getTime()
    if (assigneeId !== ctx.actor.staffId) {
      mails.push({
        ...mailTo(assignee),
        template: 'request-assigned',
        intentKey: `request-assigned:${subject.id}:${assigneeId}:${moment}`,
        props: { number: subject.reference, clocks, url: requestUrl(assignee.locale) },
      } satisfies MailIntent<'request-assigned'>)
    }
    const former = colleagues.find(({ id }) => id === subject.assigneeId)
    if (former && former.id !== ctx.actor.staffId) {
      mails.push({
        ...mailTo(former),
        template: 'request-handed-over',
        intentKey: `request-handed-over:${subject.id}:${former.id}:${moment}`,
        props: { number: subject.reference, officerName: assignee.name, url: requestUrl(former.locale) },
      } satisfies MailIntent<'request-handed-over'>)
    }
    return {
      ok: true,
      value: undefined,
      audit: [
        { action: 'request.assigned', requestId: subject.id, data: { from: subject.assigneeId, to: assigneeId } },
      ],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})
