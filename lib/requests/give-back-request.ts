import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { queueMails } from '@/lib/mail/outbox'
import { staffMails } from '@/lib/mail/staff-mails'
import { assigneeAmong } from '@/lib/people/concerned'
import { listColleagues } from '@/lib/people/queries'
import { z } from 'zod/mini'
import { caseLinks } from './case-links'
import { putInto } from './hand-over'
import { lockRequest } from './lock-request'
import { can } from './permissions'
import { decideGiveBack } from './rules'

/** Back into the queue: nobody is in charge from now on, and its reminders go to everybody. A lead may take it from others. */
export const giveBackRequest = defineCommand({
  input: z.object({ requestId: z.uuid() }),
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, requestRow) => can(actor, 'giveBack', requestRow),
  run: async (tx, ctx, requestRow) => {
    const decision = decideGiveBack(requestRow)
    if (!decision.ok) return decision
    await putInto(tx, [requestRow.id], null)
    const { requestUrl } = await caseLinks(ctx, requestRow)
    const assignee = assigneeAmong(await listColleagues(tx, ctx.actor.operatorId), requestRow)
    const former = assignee.filter(({ id }) => id !== ctx.actor.staffId)
    const mails = staffMails(former, ({ id, locale }) => ({
      ...{ template: 'request-handed-over', requestId: requestRow.id },
      intentKey: `request-handed-over:${requestRow.id}:${id}:${ctx.now.getTime()}`,
      props: { number: requestRow.reference, officerName: null, url: requestUrl(locale) },
    }))
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'request.returned', requestId: requestRow.id, data: { from: requestRow.assigneeId } }],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})
