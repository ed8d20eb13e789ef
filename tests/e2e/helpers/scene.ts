import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { AnswerOutcome } from '@/db/enums'
import type { RequesterActor, StaffActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { sendMessage } from '@/lib/correspondence/send-message'
import { sampleScan } from '@/lib/demo/sample-scan'
import { takeUpload } from '@/lib/documents/take-upload'
import { findOperator } from '@/lib/operators/queries'
import { assignRequest } from '@/lib/requests/assign-request'
import { fulfilDuty } from '@/lib/requests/fulfil-duty'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { fileRequest } from '@/lib/requests/file-request'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { takeRequest } from '@/lib/requests/take-request'
import { signToken } from '@/lib/vault/signed-token'
import { newMailbox, type Mailbox } from './mail'

/** A request that a test is about, and what leads to it. */
export interface Scene {
  slug: string
  requestId: string
  reference: string
  fileId: string
  /** The letter that told the person of it. */
  mailId: string
  /** A rule of the clinic that no test counts by. */
  ruleId: string
  /** Somebody who works there. */
  personId: string
  receipt: string
  confirm: string
  neutral: string
  mailbox: Mailbox
}

export type Filing = Partial<FileRequestForm> & {
  daysAgo?: number
  mailbox?: Mailbox
  /** The person took it back at once: it is closed. */
  withdrawn?: true
}

/** Files a request with a file, as its page would have done so many days ago. */
export async function newScene(
  sql: Sql,
  slug: string,
  { daysAgo = 0, mailbox = newMailbox('scene'), withdrawn, ...changes }: Filing = {},
): Promise<Scene> {
  const operator = await clinicOf(slug)
  const now = new Date(Date.now() - daysAgo * 86_400_000)
  const actor = { kind: 'public', operatorId: operator.id } as const
  // What did not come through the portal is registered by an officer.
  const byHand = changes.channel && changes.channel !== 'portal'
  const ctx = byHand ? await leadOf(sql, slug) : contextFor(actor, operator.timeZone, now)
  // The file is taken in today: it would be gone by now.
  const uploaded = await takeUpload(contextFor(actor, operator.timeZone, new Date()), {
    name: 'доверенность.pdf',
    bytes: sampleScan('A power of attorney'),
  })
  const filed = await execute(fileRequest, ctx, {
    submissionId: randomUUID(),
    locale: 'ru',
    kind: 'access',
    requesterType: 'subject',
    subject: { lastName: 'Ветрова', firstName: 'Лидия' },
    contact: { email: mailbox.address },
    signature: { statement: true, name: 'Лидия Ветрова' },
    details: 'Кто видел мои снимки?',
    uploads: uploaded.ok ? [uploaded.value.token] : [],
    ...changes,
  } satisfies FileRequestForm)
  if (!filed.ok) throw new Error(`Not filed: ${JSON.stringify(filed)}`)
  const { requestId, reference } = filed.value
  if (withdrawn) {
    const requester = { kind: 'requester', operatorId: operator.id, requestId, sessionId: randomUUID() } as const
    await execute(withdrawRequest, contextFor(requester, operator.timeZone, now), { requestId })
  }
  const [file] = await sql<{ id: string }[]>`select id from attachment where request_id = ${requestId}`
  const [mail] = await sql<{ id: string }[]>`
    select id from mail where request_id = ${requestId} and template = 'request-received'`
  const [rule] = await sql<{ id: string }[]>`select id from term_rule where operator_id = ${operator.id}
    and kind = 'claim' and requester_type = 'authority' and superseded_at is null`
  const [person] = await sql<{ id: string }[]>`
    select id from staff where email = ${`officer@${slug}.example`}`
  const later = new Date(Date.now() + 86_400_000)
  return {
    ...{ slug, requestId, reference, mailbox },
    fileId: file?.id ?? '',
    mailId: mail?.id ?? '',
    ruleId: rule?.id ?? '',
    personId: person?.id ?? '',
    receipt: signToken('receipt', requestId, later),
    confirm: signToken('confirm-email', `${operator.id}_${requestId}`, later),
    neutral: signToken('own-case', `${operator.id}_${requestId}`, later),
  }
}

interface Work {
  question?: string
  letter?: string
  /** What the answer gives; what it declines, it does by the law that makes the clinic keep the data. */
  outcome?: AnswerOutcome
  /** Sends the answer too. */
  release?: boolean
}

/** Takes the request as the lead of its clinic, asks something, and writes a draft of the answer. */
export async function workOn(
  sql: Sql,
  { slug, requestId }: Scene,
  {
    question = 'В каком году вы у нас были?',
    letter = 'Часть данных удалена.\n\nКарту мы храним 25 лет.',
    outcome = 'partly',
    release = false,
  }: Work = {},
): Promise<void> {
  const ctx = await leadOf(sql, slug)
  await execute(takeRequest, ctx, { requestId })
  await execute(askQuestion, ctx, { submissionId: randomUUID(), requestId, text: question })
  const refusalGround = outcome === 'fulfilled' ? undefined : 'legal-retention'
  await execute(saveAnswer, ctx, { requestId, outcome, refusalGround, letter })
  if (release) await execute(releaseAnswer, ctx, { requestId, version: 1 })
}

/** Hands the request to the officer of its clinic, as the lead. */
export async function handOver(sql: Sql, { slug, requestId }: Scene): Promise<void> {
  const ctx = await leadOf(sql, slug)
  await execute(takeRequest, ctx, { requestId })
  const [officer] = await sql<{ id: string }[]>`select id from staff where email = ${`officer@${slug}.example`}`
  await execute(assignRequest, ctx, { requestId, assigneeId: officer?.id })
}

/** Records every duty of the request that still runs as done today, as the lead. */
export async function fulfilDuties(sql: Sql, { slug, requestId }: Scene): Promise<void> {
  const ctx = await leadOf(sql, slug)
  const running = await sql<{ id: string }[]>`
    select id from request_clock where request_id = ${requestId} and stopped_on is null and clock not in ('response', 'answer')`
  for (const { id } of running) await execute(fulfilDuty, ctx, { requestId, clockId: id, doneOn: ctx.today })
}

/** Takes the request back, as its person. */
export async function takeBack({ slug, requestId }: Scene): Promise<void> {
  await execute(withdrawRequest, await requesterOf(slug, requestId), { requestId })
}

const leadOf = (sql: Sql, slug: string) => staffContextOf(sql, slug, `lead@${slug}.example`)

async function requesterOf(slug: string, requestId: string): Promise<Context<RequesterActor>> {
  const { id: operatorId, timeZone } = await clinicOf(slug)
  return contextFor({ kind: 'requester', operatorId, requestId, sessionId: randomUUID() }, timeZone, new Date())
}

/** Somebody of the clinic at work; a lead where the address says so. */
export async function staffContextOf(sql: Sql, slug: string, email: string): Promise<Context<StaffActor>> {
  const operator = await clinicOf(slug)
  const [person] = await sql<{ id: string; name: string }[]>`select id, name from staff where email = ${email}`
  if (!person) throw new Error(`Nobody is called ${email}`)
  const actor: StaffActor = {
    kind: 'staff',
    operatorId: operator.id,
    staffId: person.id,
    sessionId: randomUUID(),
    role: email.startsWith('lead') ? 'lead' : 'officer',
    name: person.name,
  }
  return contextFor(actor, operator.timeZone, new Date())
}

/** Writes to the clinic as the person of the request. */
export async function replyTo({ slug, requestId }: Scene, text: string): Promise<void> {
  await execute(sendMessage, await requesterOf(slug, requestId), { submissionId: randomUUID(), requestId, text })
}

async function clinicOf(slug: string) {
  const operator = await findOperator(slug)
  if (!operator) throw new Error(`No clinic ${slug}`)
  return operator
}
