import type { Transaction } from '@/db/client'
import type { ProductionCalendar } from '@/lib/calendar/model'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { queueMails } from '@/lib/mail/outbox'
import { staffMails } from '@/lib/mail/staff-mails'
import type { Operator } from '@/lib/operators/queries'
import type { Colleague } from '@/lib/people/queries'
import { caseLinks } from './case-links'
import { clockLines } from './clock-lines'
import type { OpenedClock } from './deadlines'
import { findFlood } from './filing-flood'
import { requesterMails } from './requester-mails'
import type { FileRequestInput } from './schemas'
import { answerClock } from './verdicts'

/** The receipt to the person, and the news to every officer, since nobody has taken the request yet. */
export async function filingMails(
  tx: Transaction,
  ctx: Context,
  operator: Operator,
  filed: {
    requestId: string
    reference: string
    receivedOn: CalendarDate
    clocks: readonly OpenedClock[]
    calendar: ProductionCalendar
    colleagues: readonly Colleague[]
    input: FileRequestInput
  },
): Promise<JobDraft[]> {
  const { requestId, reference, receivedOn, input } = filed
  const running = filed.clocks.map(({ rule, startedOn }) => ({ ...rule, startedOn, extendedAt: null }))
  const clocks = clockLines(running, ctx.today, filed.calendar)
  const answer = answerClock(clocks)
  const { caseUrl, confirmUrl, requestUrl } = await caseLinks(ctx, { id: requestId, locale: input.locale })
  const flood = await findFlood(ctx)
  const receipt = requesterMails({ id: requestId, locale: input.locale }, input, {
    template: 'request-received',
    intentKey: `request-received:${requestId}`,
    props: {
      number: reference,
      receivedOn,
      dueOn: answer?.dueOn ?? ctx.today,
      provisional: answer?.provisional ?? false,
      confirmUrl,
      caseUrl,
    },
  })
  const news = staffMails(filed.colleagues, ({ id, locale }) => ({
    template: 'new-request',
    requestId,
    intentKey: `new-request:${requestId}:${id}`,
    props: { number: reference, receivedOn, clocks, url: requestUrl(locale) },
  }))
  return queueMails(
    tx,
    ctx,
    [...receipt, ...news].map((intent) => ({ ...intent, ...(flood && { flood }) })),
  )
}
