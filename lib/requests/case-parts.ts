import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { answer, attachment, auditEvent, message, staff } from '@/db/schema'
import { asideActions, timelineActions } from '@/lib/audit/actions'
import { withConcerned } from '@/lib/audit/concerned'
import { fileNameOf } from '@/lib/documents/kinds'
import type { RequestVault } from '@/lib/vault/request-vault'
import type { FileInfo, MessageText, RequestHead, SignedDraft, TimelineEvent } from './model'

type RequestRow = RequestHead & { operatorId: string; personal: Buffer }

/** The columns of a request that pages may show; the sealed ones stay behind. */
export function headOf(row: RequestRow): RequestHead {
  const { id, reference, kind, ground, scope, mailingChannels, requesterType, channel, locale, state } = row
  const {
    assigneeId,
    receivedAt,
    receivedOn,
    responseDueOn,
    nextDueOn,
    nextClock,
    outcome,
    closedOn,
    emailConfirmedAt,
  } = row
  return {
    ...{ id, reference, kind, ground, scope, mailingChannels, requesterType, channel, locale, state },
    ...{ assigneeId, receivedAt, receivedOn, responseDueOn, nextDueOn, nextClock, outcome, closedOn, emailConfirmedAt },
  }
}

/**
 * The history of a request: the audit log's own rows. Its requester sees few of them and no colleague's name; staff see
 * all that tell of it, and who acted.
 */
export async function listTimeline(
  tx: Transaction,
  requestId: string,
  { forStaff }: { forStaff: boolean },
): Promise<TimelineEvent[]> {
  const { seq, at, action, actorKind, data } = auditEvent
  const told = forStaff ? notInArray(action, [...asideActions]) : inArray(action, [...timelineActions])
  const rows = await tx
    .select({ seq, at, action, actorKind, data, staffName: staff.name })
    .from(auditEvent)
    .leftJoin(staff, eq(staff.id, auditEvent.actorId))
    .where(and(eq(auditEvent.requestId, requestId), told))
    .orderBy(asc(seq))
  return forStaff ? withConcerned(tx, rows) : rows.map((row) => ({ ...row, staffName: null, concerned: {} }))
}

export async function listMessages(tx: Transaction, requestId: string, vault: RequestVault): Promise<MessageText[]> {
  const rows = await tx.select().from(message).where(eq(message.requestId, requestId)).orderBy(asc(message.sentAt))
  return rows.map(({ id, author, text, sentAt }) => ({
    id,
    author,
    sentAt,
    text: vault.open('message:text', id, text).toString(),
  }))
}

export async function listFiles(tx: Transaction, requestId: string, vault: RequestVault): Promise<FileInfo[]> {
  const rows = await tx
    .select()
    .from(attachment)
    .where(eq(attachment.requestId, requestId))
    .orderBy(asc(attachment.createdAt), asc(attachment.position))
  return rows.map(({ id, purpose, messageId, name, mediaType, size }) => ({
    id,
    purpose,
    messageId,
    mediaType,
    size,
    name: fileNameOf(vault.open('attachment:name', id, name).toString(), mediaType),
  }))
}

export async function findAnswer(
  tx: Transaction,
  requestId: string,
  vault: RequestVault,
): Promise<SignedDraft | undefined> {
  const [row] = await tx
    .select()
    .from(answer)
    .innerJoin(staff, eq(staff.id, answer.draftedBy))
    .where(eq(answer.requestId, requestId))
  if (!row) return undefined
  const { version, editor, outcome, refusalGround, savedAt, releasedAt, letter } = row.answer
  return {
    ...{ version, editor, outcome, refusalGround, savedAt, releasedAt },
    letter: vault.open('answer:letter', requestId, letter).toString(),
    savedBy: { id: row.staff.id, name: row.staff.name },
  }
}
