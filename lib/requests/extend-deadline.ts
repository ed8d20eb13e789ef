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
  allow: (actor, subject) => canAsAssignee(actor, 'extendDeadline', subject),
  run: async (tx, ctx, subject, { clockId, reasons }, calendar) => {
    const state = decideOpen(subject)
    if (!state.ok) return state
    const clock = found(
      subject.clocks.find(({ id }) => id === clockId),
      'clock',
    )
    const decision = decideExtension(clock, ctx.today, await calendar())
    if (!decision.ok) return decision

    const moved = { ...clock, dueOn: decision.dueOn, extendedAt: ctx.now, deadlineVersion: clock.deadlineVersion + 1 }
    const { dueOn, deadlineVersion } = moved
    const clocks = subject.clocks.map((each) => (each === clock ? moved : each))
    await storeClocks(tx, ctx, [{ subject, clocks }])

    const vault = await getRequestVault(tx, subject.id)
    await storeMessage(tx, ctx, { id: randomUUID(), requestId: subject.id, vault, text: reasons })
    const { caseUrl, requestUrl } = await caseLinks(ctx, subject)
    const notice = requesterMails(subject, openPersonalData(vault, subject), {
      template: 'deadline-extended',
      intentKey: `deadline-extended:${clock.id}:${deadlineVersion}`,
      props: {
        number: subject.reference,
        clock: clock.clock,
        previousDueOn: clock.dueOn,
        dueOn,
        ...(awaitsAnswer(subject) && { answerDueOn: answerClock(clocks)?.dueOn ?? dueOn }),
        caseUrl,
      },
    })
    const concerned = (await listColleagues(tx, ctx.actor.operatorId)).filter(
      ({ id, role }) => id !== ctx.actor.staffId && (id === subject.assigneeId || role === 'lead'),
    )
    const news = staffMails(concerned, ({ id, locale }) => ({
      template: 'deadline-extended-notice',
      requestId: subject.id,
      intentKey: `deadline-extended-notice:${clock.id}:${deadlineVersion}:${id}`,
      props: {
        number: subject.reference,
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
          requestId: subject.id,
          data: { clock: clock.clock, from: clock.dueOn, to: dueOn },
        },
      ],
      jobs: await queueMails(tx, ctx, [...notice, ...news]),
    }
  },
})
