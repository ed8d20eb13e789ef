import { randomUUID } from 'node:crypto'
import { defineDatingCommand } from '@/lib/calendar/dating'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { queueMails } from '@/lib/mail/outbox'
import { staffMails } from '@/lib/mail/staff-mails'
import { storeMessage } from '@/lib/correspondence/store-message'
import { getRequestVault } from '@/lib/vault/request-vault'
import { listColleagues } from '@/lib/people/queries'
import { caseLinks } from './case-links'
import { decideExtension } from './deadlines'
import { lockRequest } from './lock-request'
import { canAsAssignee } from './permissions'
import { openPersonalData } from './personal-data'
import { requesterMails } from './requester-mails'
import { awaitsAnswer, decideOpen } from './rules'
import { extendDeadlineSchema } from './staff-schemas'
import { storeClocks } from './store-clocks'
import { answerClock } from './verdicts'

/**
 * Extends one clock, once, with reasons, and only together with a notice to the person who asked (152-FZ 14(3), 20(1)).
 * The reasons are a message of the case; the mail only says that there is one. To who gave no address the officer sends the
 * notice. The officer in charge and the leads are told.
 */
export const extendDeadline = defineDatingCommand({
  input: extendDeadlineSchema,
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, requestRow) => canAsAssignee(actor, 'extendDeadline', requestRow),
  run: async (tx, ctx, requestRow, { clockId, reasons }, calendar) => {
    const state = decideOpen(requestRow)
    if (!state.ok) return state
    const clock = found(
      requestRow.clocks.find(({ id }) => id === clockId),
      'clock',
    )
    const decision = decideExtension(clock, ctx.today, await calendar())
    if (!decision.ok) return decision

    const moved = { ...clock, dueOn: decision.dueOn, extendedAt: ctx.now, deadlineVersion: clock.deadlineVersion + 1 }
    const { dueOn, deadlineVersion } = moved
    const clocks = requestRow.clocks.map((each) => (each === clock ? moved : each))
    await storeClocks(tx, ctx, [{ requestRow, clocks }])

    const vault = await getRequestVault(tx, requestRow.id)
    await storeMessage(tx, ctx, { id: randomUUID(), requestId: requestRow.id, vault, text: reasons })
    const { caseUrl, requestUrl } = await caseLinks(ctx, requestRow)
    const notice = requesterMails(requestRow, openPersonalData(vault, requestRow), {
      template: 'deadline-extended',
      intentKey: `deadline-extended:${clock.id}:${deadlineVersion}`,
      props: {
        number: requestRow.reference,
        clock: clock.clock,
        previousDueOn: clock.dueOn,
        dueOn,
        ...(awaitsAnswer(requestRow) && { answerDueOn: answerClock(clocks)?.dueOn ?? dueOn }),
        caseUrl,
      },
    })
    const concerned = (await listColleagues(tx, ctx.actor.operatorId)).filter(
      ({ id, role }) => id !== ctx.actor.staffId && (id === requestRow.assigneeId || role === 'lead'),
    )
    const news = staffMails(concerned, ({ id, locale }) => ({
      template: 'deadline-extended-notice',
      requestId: requestRow.id,
      intentKey: `deadline-extended-notice:${clock.id}:${deadlineVersion}:${id}`,
      props: {
        number: requestRow.reference,
        clock: clock.clock,
        previousDueOn: clock.dueOn,
        dueOn,
        url: requestUrl(locale),
      },
    }))
    return {
      ok: true,
      value: { dueOn },
      audit: [
        {
          action: 'request.deadline-extended',
          requestId: requestRow.id,
          data: { clock: clock.clock, from: clock.dueOn, to: dueOn },
        },
      ],
      jobs: await queueMails(tx, ctx, [...notice, ...news]),
    }
  },
})
