import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { kindForms } from '@/db/kinds/forms'
import type { OperatorProfile } from '@/db/operators/model'
import { request, requestClock, requestKey, requestSearch } from '@/db/schema'
import { defineDatingCommand } from '@/lib/calendar/dating'
import { yearOf } from '@/lib/core/calendar-date'
import type { Invalid } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { attachUploads } from '@/lib/documents/attach-uploads'
import { readIntake } from '@/lib/operators/change-intake'
import { getOperator } from '@/lib/operators/queries'
import { listTermRules } from '@/lib/operators/term-rules'
import { listColleagues } from '@/lib/people/queries'
import { forgetForm } from '@/lib/saved-forms/forget-form'
import { lockCounter, nextNumber, storeNumber } from './next-number'
import { formatReference } from '@/lib/text/reference'
import { newRequestVault } from '@/lib/vault/request-vault'
import { searchHash } from '@/lib/vault/search-hash'
import { clockRow } from './clock-row'
import { openClocks } from './deadlines'
import { filingMails } from './filing-mails'
import type { PersonalData } from './model'
import { can } from './permissions'
import { decideReceipt, type ReceiptDay } from './receipt'
import { type FileRequestInput, fileRequestSchemaOn } from './schemas'
import { searchRows } from './search-hashes'
import { type ClockRow, whatFollows } from './store-clocks'
import { submissionKey } from './submission'

/** What the person who filed gets to know, whether this was the first time the form arrived or the fifth. */
export interface FiledRequest {
  requestId: string
  reference: string
}

/**
 * Files a request: gives it the next number of its operator and of the year it is registered in, starts its clocks on the
 * operator's local date of receipt, and queues the confirmation. The same form again (see `submissionKey`), even at the same
 * moment, is the same request.
 */
export const fileRequest = defineDatingCommand({
  input: ({ today }: Context) => fileRequestSchemaOn(today),

  // At the turn of the year there are two counters, so the submission is locked by itself as well; three statements, sent in
  // this order.
  load: async (tx, ctx: Context, input) => {
    const year = yearOf(ctx.today)
    // A saved form has another ticket wherever it is opened.
    const { savedForm: _ticket, ...content } = input
    const submission = submissionKey(content)
    const [, [counter], [earlier]] = await Promise.all([
      tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${submission}, 0))`),
      lockCounter(tx, ctx.actor.operatorId, year),
      tx
        .select({ requestId: request.id, reference: request.reference })
        .from(request)
        .where(and(eq(request.operatorId, ctx.actor.operatorId), eq(request.submissionId, submission))),
    ])
    return { year, number: nextNumber(counter), submission, earlier }
  },

  allow: (actor, _subject, input) =>
    actor.kind === 'public'
      ? input.channel === 'portal' && input.receivedOn === ''
      : input.channel !== 'portal' && can(actor, 'fileByHand'),

  run: async (tx, ctx, { year, number, submission, earlier }, input, getCalendar) => {
    await forgetForm(tx, ctx, input.savedForm)
    if (earlier) {
      return { ok: true, value: earlier, audit: [{ action: 'request.filed-again', requestId: earlier.requestId }] }
    }
    const operator = await getOperator(ctx.actor.operatorId)
    // What comes by post is registered, whatever the clinic's own pages offer.
    if (ctx.actor.kind === 'public' && (await readIntake(tx, operator.id)) !== 'open')
      return { ok: false, reason: 'intake-paused' }
    if (ctx.actor.kind === 'public' && !isOffered(operator.profile, input)) {
      return { ok: false, reason: 'kind-not-offered' }
    }
    const unknown = unknownCategories(operator.profile, input)
    if (unknown) return unknown
    const receipt = decideReceipt(ctx, input.receivedOn, operator.timeZone)
    if (!receipt.ok) return receipt

    const requestId = randomUUID()
    const reference = formatReference(operator.code, year, number)
    const [calendar, rules, colleagues] = await Promise.all([
      getCalendar(),
      listTermRules(tx),
      listColleagues(tx, operator.id),
    ])
    const clocks = openClocks(rules, input, receipt.on, calendar)
    const rows = clocks.map((clock) => clockRow(requestId, operator.id, clock))
    const { vault, wrapped } = newRequestVault(requestId)

    await Promise.all([
      tx
        .insert(request)
        .values(requestRow(ctx, input, { requestId, year, number, submission, reference, receipt, rows }, vault)),
      tx.insert(requestKey).values({ requestId, operatorId: operator.id, wrapped }),
      tx.insert(requestSearch).values(searchRows([{ id: requestId, operatorId: operator.id, personal: input }])),
      tx.insert(requestClock).values(rows),
      storeNumber(tx, operator.id, year, number),
    ])
    const files = await attachUploads(tx, ctx, { requestId, tokens: input.uploads, vault })
    if (!files.ok) return files

    return {
      ok: true,
      value: { requestId, reference },
      audit: [
        {
          action: 'request.filed',
          requestId,
          data: {
            reference,
            kind: input.kind,
            channel: input.channel,
            receivedOn: receipt.on,
            registeredOn: ctx.today,
            files: files.count,
            clocks: clocks.map(({ rule, dueOn }) => `${rule.clock} ${dueOn}`),
          },
        },
      ],
      jobs: await filingMails(tx, ctx, operator, {
        requestId,
        reference,
        receivedOn: receipt.on,
        clocks,
        calendar,
        colleagues,
        input,
      }),
    }
  },
})

/** Whether the clinic's pages take this: the kind, on a form, and where it names a consent, its scope and channels too. */
function isOffered({ kinds, consentScopes, mailingChannels }: OperatorProfile, input: FileRequestInput): boolean {
  if (kindForms[input.kind].elsewhere || !kinds.some(({ kind }) => kind === input.kind)) return false
  if (!kindForms[input.kind].hasScope || !input.scope) return true
  if (!consentScopes.includes(input.scope)) return false
  return input.scope !== 'mailing' || input.mailingChannels.every((channel) => mailingChannels.includes(channel))
}

/** The clinic may have changed its categories while the form was open: what is not among them would be nobody's word. */
function unknownCategories({ dataCategories }: OperatorProfile, { categories }: FileRequestInput): Invalid | undefined {
  const known = new Set(dataCategories.map(({ key }) => key))
  const isKnown = categories.every((key) => known.has(key))
  return isKnown ? undefined : { ok: false, reason: 'invalid', fields: { categories: ['badChoice'] } }
}

type Vault = ReturnType<typeof newRequestVault>['vault']

function requestRow(
  ctx: Context,
  input: FileRequestInput,
  filed: {
    requestId: string
    year: number
    number: number
    submission: string
    reference: string
    receipt: ReceiptDay
    rows: ClockRow[]
  },
  vault: Vault,
): typeof request.$inferInsert {
  const { operatorId } = ctx.actor
  const personal: PersonalData = {
    subject: input.subject,
    representative: input.representative,
    authority: input.authority,
    contact: input.contact,
    details: input.details,
    correction: input.correction,
    categories: input.categories,
    identity: input.identity,
    relation: input.relation,
    signature: input.signature,
  }
  return {
    id: filed.requestId,
    operatorId,
    year: filed.year,
    number: filed.number,
    reference: filed.reference,
    submissionId: filed.submission,
    kind: input.kind,
    ground: kindForms[input.kind].grounds ? input.ground : null,
    scope: kindForms[input.kind].hasScope ? input.scope : null,
    mailingChannels: input.scope === 'mailing' ? input.mailingChannels : null,
    requesterType: input.requesterType,
    channel: input.channel,
    locale: input.locale,
    state: 'registered',
    receivedAt: filed.receipt.at,
    receivedOn: filed.receipt.on,
    ...whatFollows(ctx, filed.rows),
    personal: vault.seal('request:personal', filed.requestId, JSON.stringify(personal)),
    emailHash: input.contact.email ? searchHash('email', operatorId, input.contact.email) : null,
  }
}
