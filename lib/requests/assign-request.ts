import { eq } from 'drizzle-orm'
import { request } from '@/db/schema'
import { getCalendar } from '@/lib/calendar/queries'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { queueMails } from '@/lib/mail/outbox'
import { staffMails } from '@/lib/mail/staff-mails'
import { assigneeAmong } from '@/lib/people/concerned'
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
  allow: (actor, requestRow) => can(actor, 'assign', requestRow),
  run: async (tx, ctx, requestRow, { assigneeId }) => {
    const decision = decideOpen(requestRow)
    if (!decision.ok) return decision
    const colleagues = await listColleagues(tx, ctx.actor.operatorId)
    const assignee = colleagues.find(({ id }) => id === assigneeId)
    if (!assignee) return { ok: false, reason: 'not-a-colleague' }
    if (requestRow.assigneeId === assigneeId) return { ok: false, reason: 'already-theirs' }
    await tx
      .update(request)
      .set({ assigneeId, state: stateInHands(requestRow) })
      .where(eq(request.id, requestRow.id))

    const { requestUrl } = await caseLinks(ctx, requestRow)
    const open = requestRow.clocks.filter(({ stoppedOn }) => stoppedOn === null)
    const clocks = clockLines(open, ctx.today, await getCalendar())
    const { id: requestId, reference: number } = requestRow
    const moment = ctx.now.getTime()
    const isAnother = ({ id }: { id: string }) => id !== ctx.actor.staffId
    const news = staffMails([assignee].filter(isAnother), ({ id, locale }) => ({
      ...{ template: 'request-assigned', requestId },
      intentKey: `request-assigned:${requestId}:${id}:${moment}`,
      props: { number, clocks, url: requestUrl(locale) },
    }))
    const toFormer = staffMails(assigneeAmong(colleagues, requestRow).filter(isAnother), ({ id, locale }) => ({
      ...{ template: 'request-handed-over', requestId },
      intentKey: `request-handed-over:${requestId}:${id}:${moment}`,
      props: { number, officerName: assignee.name, url: requestUrl(locale) },
    }))
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'request.assigned', requestId, data: { from: requestRow.assigneeId, to: assigneeId } }],
      jobs: await queueMails(tx, ctx, [...news, ...toFormer]),
    }
  },
})
