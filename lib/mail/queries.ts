import { and, desc, eq, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Locale, MailFinding, MailState } from '@/db/enums'
import { mail, request, requestKey, staff } from '@/db/schema'
import { type EmailName, isEmailName } from '@/emails'
import { appendAudit } from '@/lib/audit/append'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { hasReference } from '@/lib/requests/reference'
import { type Letter, openLetter } from './letter'
import { canMail } from './permissions'

const PAGE = 50

/** Whom a mail goes to, as the log may say it: an address never stands there. */
export type MailRecipient =
  | { kind: 'officer'; name: string }
  | { kind: 'requester' }
  | { kind: 'escalation' }
  /** Somebody who works here once they have accepted: the clinic knows their address alone. */
  | { kind: 'invited' }

export interface MailLogRow {
  id: string
  template: EmailName | 'unknown'
  state: MailState
  locale: Locale
  recipient: MailRecipient
  requestId: string | null
  reference: string | null
  attempts: number
  createdAt: Date
  /** Only of a mail that still waits. */
  nextAttemptAt: Date | null
  sentAt: Date | null
  /** What the last try came to; null for one that was never tried, and for those of earlier versions. */
  lastFinding: MailFinding | null
  /** What was said of it, without addresses. */
  lastReply: string | null
  /** The letter that tells what this one would have told. */
  foldedInto: string | null
  /** Whether this actor may queue it once more. */
  resendable: boolean
}

export interface MailLogQuery {
  state?: MailState | undefined
  /** A registration number as somebody typed it. */
  reference?: string | undefined
  cursor?: string | undefined
}

/** Why a letter is not shown: it holds a key that is somebody else's, or its request's data are deleted. */
export type LetterContents = (Letter & { shown: true }) | { shown: false; why: 'secret' | 'erased' }

/** Codes, and links to choose a password, open what belongs to their reader alone. */
const secrets: readonly string[] = [
  'one-time-code',
  'staff-invitation',
  'password-reset',
  'sign-in-locked',
] satisfies EmailName[]

const columns = {
  id: mail.id,
  template: mail.template,
  state: mail.state,
  locale: mail.locale,
  staffName: staff.name,
  requestId: mail.requestId,
  reference: request.reference,
  attempts: mail.attempts,
  createdAt: mail.createdAt,
  nextAttemptAt: mail.nextAttemptAt,
  sentAt: mail.sentAt,
  lastFinding: mail.lastFinding,
  lastReply: mail.lastReply,
  foldedInto: mail.foldedInto,
}

/** A page of the clinic's mails, the newest first, by keyset. For officers, leads and auditors. */
export async function listMails(
  ctx: Context<StaffActor>,
  query: MailLogQuery,
): Promise<{ rows: MailLogRow[]; next: string | undefined }> {
  if (!canMail(ctx.actor, 'view')) throw new NotFoundError('mail log')
  return asActor(ctx.actor, async (tx) => {
    const requestId = await findRequestId(tx, ctx, query.reference)
    if (query.reference !== undefined && !requestId) return { rows: [], next: undefined }
    const page = await select(tx)
      .where(
        and(
          eq(mail.operatorId, ctx.actor.operatorId),
          query.state && eq(mail.state, query.state),
          requestId ? eq(mail.requestId, requestId) : undefined,
          ...after(query.cursor),
        ),
      )
      .orderBy(desc(mail.createdAt), desc(mail.id))
      .limit(PAGE + 1)
    const rows = page.slice(0, PAGE)
    const last = page.length > PAGE ? rows.at(-1) : undefined
    return { rows: rows.map((row) => toRow(ctx, row)), next: last && `${last.createdAt.getTime()}.${last.id}` }
  })
}

/** One mail with its contents. That a requester's letter was read, and by whom, is in the audit log. */
export async function getMail(
  ctx: Context<StaffActor>,
  mailId: string,
): Promise<{ row: MailLogRow; contents: LetterContents }> {
  if (!canMail(ctx.actor, 'read')) throw new NotFoundError('mail')
  return asActor(ctx.actor, async (tx) => {
    const [selected] = await select(tx).where(and(eq(mail.operatorId, ctx.actor.operatorId), eq(mail.id, mailId)))
    const row = toRow(ctx, found(selected, 'mail'))
    const contents = await readContents(tx, row)
    if (contents.shown && row.recipient.kind === 'requester') {
      const { id, template, requestId } = row
      const data = { mailId: id, template }
      await appendAudit(tx, ctx, [{ action: 'mail.viewed', ...(requestId && { requestId }), data }])
    }
    return { row, contents }
  })
}

async function readContents(tx: Transaction, { id, template, requestId }: MailLogRow): Promise<LetterContents> {
  if (template === 'unknown' || secrets.includes(template)) return { shown: false, why: 'secret' }
  if (requestId) {
    const key = await tx
      .select({ id: requestKey.requestId })
      .from(requestKey)
      .where(eq(requestKey.requestId, requestId))
    if (key.length === 0) return { shown: false, why: 'erased' }
  }
  const [{ isEmpty } = { isEmpty: true }] = await tx
    .select({ isEmpty: sql<boolean>`octet_length(${mail.contents}) = 0` })
    .from(mail)
    .where(eq(mail.id, id))
  // It told of several requests, and the data of one of them are deleted.
  if (isEmpty) return { shown: false, why: 'erased' }
  return { shown: true, ...(await openLetter(tx, id)) }
}

async function findRequestId(
  tx: Transaction,
  { actor }: Context<StaffActor>,
  typed: string | undefined,
): Promise<string | undefined> {
  const named = typed === undefined ? undefined : hasReference(actor.operatorId, typed)
  if (!named) return undefined
  const [row] = await tx.select({ id: request.id }).from(request).where(named).orderBy(desc(request.year)).limit(1)
  return row?.id
}

const select = (tx: Transaction) =>
  tx
    .select(columns)
    .from(mail)
    .leftJoin(staff, eq(staff.id, mail.staffId))
    .leftJoin(request, eq(request.id, mail.requestId))

type Selected = Awaited<ReturnType<typeof select>>[number]

function toRow({ actor }: Context<StaffActor>, { staffName, ...row }: Selected): MailLogRow {
  const template = isEmailName(row.template) ? row.template : 'unknown'
  const resendable = row.state === 'failed' && row.template !== 'one-time-code' && canMail(actor, 'resend')
  const nextAttemptAt = row.state === 'queued' ? row.nextAttemptAt : null
  return { ...row, template, nextAttemptAt, resendable, recipient: recipientOf(template, staffName) }
}

function recipientOf(template: MailLogRow['template'], staffName: string | null): MailRecipient {
  if (template === 'staff-offer') return { kind: 'invited' }
  if (staffName !== null) return { kind: 'officer', name: staffName }
  return { kind: template === 'escalation' || template === 'several-requests' ? 'escalation' : 'requester' }
}

/** What stands behind the cursor "<milliseconds>.<id>"; a cursor that makes no sense is the first page. */
function after(cursor: string | undefined): (SQL | undefined)[] {
  const match = /^(\d{1,13})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(cursor ?? '')
  if (!match) return []
  const [, at, id = ''] = match
  const createdAt = new Date(Number(at))
  const behind = or(lt(mail.createdAt, createdAt), and(eq(mail.createdAt, createdAt), lt(mail.id, id)))
  // The comparison of both does not bound an index scan; the second condition does.
  return [behind, lte(mail.createdAt, createdAt)]
}
