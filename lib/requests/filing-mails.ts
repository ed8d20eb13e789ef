import type { Transaction } from '@/db/client'
import { getCalendar } from '@/lib/calendar/queries'
import type { Context } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import type { Operator } from '@/lib/operators/queries'
import { listColleagues } from '@/lib/staff/queries'
import { signToken } from '@/lib/vault/token'
import { clockLines } from './clock-lines'
import type { OpenedClock } from './deadlines'
import type { FileRequestInput } from './schemas'

const CONFIRM_MS = 60 * 86_400_000

/** The receipt to the person, and the news to every officer, since nobody has taken the request yet. */
export async function filingMails(
  tx: Transaction,
  ctx: Context,
  operator: Operator,
  filed: { requestId: string; reference: string; clocks: readonly OpenedClock[]; input: FileRequestInput },
): Promise<JobDraft[]> {
  const { requestId, reference, input } = filed
  const running = filed.clocks.map(({ rule, startedOn }) => ({ ...rule, startedOn, extendedAt: null }))
  const clocks = clockLines(running, ctx.today, await getCalendar())
  const response = clocks.find(({ clock }) => clock === 'response')
  const colleagues = await listColleagues(tx, operator.id)
  const token = signToken('confirm-email', requestId, new Date(ctx.now.getTime() + CONFIRM_MS))
  const receipt: MailIntent<'request-received'> = {
    template: 'request-received',
    locale: input.locale,
    to: input.contact.email,
    requestId,
    intentKey: `request-received:${requestId}`,
    props: {
      number: reference,
      receivedOn: ctx.today,
      dueOn: response?.dueOn ?? ctx.today,
      confirmUrl: portalUrl(paths.confirmEmail(input.locale, operator.slug, token)),
      caseUrl: portalUrl(paths.ownCase(input.locale, operator.slug, reference)),
    },
  }
  const news = colleagues.map((colleague): MailIntent<'new-request'> => ({
    template: 'new-request',
    locale: colleague.locale,
    to: colleague.email,
    requestId,
    staffId: colleague.id,
    intentKey: `new-request:${requestId}:${colleague.id}`,
    props: {
      number: reference,
      receivedOn: ctx.today,
      clocks,
      url: portalUrl(paths.request(colleague.locale, operator.slug, requestId)),
    },
  }))
  return queueMails(tx, ctx, [receipt, ...news])
}
