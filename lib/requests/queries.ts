import { and, eq, isNull } from 'drizzle-orm'
import { answer, request, requestKey } from '@/db/schema'
import { appendAudit } from '@/lib/audit/append'
import type { PublicActor, RequesterActor, StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { assigneeAmong } from '@/lib/people/concerned'
import { listColleagues } from '@/lib/people/queries'
import { getRequestVault } from '@/lib/vault/request-vault'
import { readToken } from '@/lib/vault/signed-token'
import { askedOf } from './asked'
import { findAnswer, headOf, listFiles, listMessages, listTimeline } from './case-parts'
import { explainClocks, listRecordedClocks } from './explain-clocks'
import type { OwnCase, Receipt, RequestCase, RequestHead } from './model'
import { can } from './permissions'
import { openPersonalData } from './personal-data'
import { listRelated } from './related'
import { decideUnanswered, releasedAnswer } from './rules'

/** What the receipt page shows. Throws `NotFoundError` for a token that is not a receipt's, or too old. */
export async function getReceipt(ctx: Context<PublicActor>, token: string): Promise<Receipt> {
  const requestId = found(readToken('receipt', token, ctx.now), 'receipt')
  return asActor(ctx.actor, async (tx) => {
    const [[row], clocks] = await Promise.all([
      tx.select().from(request).where(eq(request.id, requestId)),
      explainClocks(tx, requestId, ctx.today),
      // Of one that is erased there is no receipt either.
      getRequestVault(tx, requestId),
    ])
    const { reference, kind, state, channel, receivedAt, receivedOn, responseDueOn, closedOn, emailConfirmedAt } =
      found(row, 'request')
    const facts = { reference, kind, state, channel, receivedAt, receivedOn, responseDueOn, closedOn }
    return { ...facts, emailConfirmed: emailConfirmedAt !== null, clocks }
  })
}

/**
 * The signed-in person's own case. Reading it is itself an audited act; the first look at a released answer is noted too:
 * nobody needs to be reminded then.
 */
export async function getOwnCase(ctx: Context<RequesterActor>): Promise<OwnCase> {
  const { requestId } = ctx.actor
  return asActor(ctx.actor, async (tx) => {
    const [[row], vault, clocks] = await Promise.all([
      tx.select().from(request).where(eq(request.id, requestId)),
      getRequestVault(tx, requestId),
      explainClocks(tx, requestId, ctx.today),
    ])
    const head = found(row, 'request')
    await appendAudit(tx, ctx, [{ action: 'request.viewed', requestId }])
    const [written, messages, files] = await Promise.all([
      findAnswer(tx, requestId, vault),
      listMessages(tx, requestId, vault),
      listFiles(tx, requestId, vault),
    ])
    const released = written && releasedAnswer(written)
    if (released) {
      const read = await tx
        .update(answer)
        .set({ firstReadAt: ctx.now })
        .where(and(eq(answer.requestId, requestId), isNull(answer.firstReadAt)))
        .returning({ id: answer.requestId })
      if (read.length > 0) await appendAudit(tx, ctx, [{ action: 'answer.read', requestId }])
    }
    return {
      request: headOf(head),
      asked: askedOf(head, openPersonalData(vault, head)),
      clocks,
      // After the look at the answer, which belongs to it.
      timeline: await listTimeline(tx, requestId, { forStaff: false }),
      messages,
      files: files.filter(({ purpose }) => purpose === 'request' || released),
      answer: released,
    }
  })
}

/** Whether the signed-in person may still take their own request back. */
export async function canWithdraw({ actor }: Context<RequesterActor>): Promise<boolean> {
  const { state, closedOn } = request
  const [row] = await asActor(actor, (tx) =>
    tx.select({ state, closedOn }).from(request).where(eq(request.id, actor.requestId)),
  )
  return decideUnanswered(found(row, 'request')).ok
}

/** The registration number alone, for the title of a page. Throws `NotFoundError`. */
export async function getReference(ctx: Context<StaffActor>, requestId: string): Promise<string> {
  return (await getHead(ctx, requestId)).reference
}

/** What is no data of a person: which request it is, in whose hands, closed or erased. Throws `NotFoundError`. */
export async function getHead(
  ctx: Context<StaffActor>,
  requestId: string,
): Promise<Pick<RequestHead, 'id' | 'reference' | 'assigneeId' | 'closedOn'> & { isErased: boolean }> {
  const { id, reference, assigneeId, closedOn } = request
  const [row] = await asActor(ctx.actor, (tx) =>
    tx
      .select({ id, reference, assigneeId, closedOn, isErased: isNull(requestKey.requestId).mapWith(Boolean) })
      .from(request)
      .leftJoin(requestKey, eq(requestKey.requestId, request.id))
      .where(eq(request.id, requestId)),
  )
  const head = found(row, 'request')
  if (!can(ctx.actor, 'view', head)) throw new NotFoundError('request')
  return head
}

/** A case with the person's data, for an officer of its operator. Reading it is itself an audited act. */
export async function getRequestCase(ctx: Context<StaffActor>, requestId: string): Promise<RequestCase> {
  return asActor(ctx.actor, async (tx) => {
    const opening = getRequestVault(tx, requestId)
    const [[row], vault, colleagues, clocks, timeline] = await Promise.all([
      tx.select().from(request).where(eq(request.id, requestId)),
      opening,
      listColleagues(tx, ctx.actor.operatorId),
      listRecordedClocks(tx, requestId, ctx.today, opening),
      listTimeline(tx, requestId, { forStaff: true }),
    ])
    const head = found(row, 'request')
    if (!can(ctx.actor, 'view', head)) throw new NotFoundError('request')
    const personal = openPersonalData(vault, head)
    const [messages, files, written, related] = await Promise.all([
      listMessages(tx, requestId, vault),
      listFiles(tx, requestId, vault),
      findAnswer(tx, requestId, vault),
      listRelated(tx, head, personal),
    ])
    const [assignee] = assigneeAmong(colleagues, head)
    const result: RequestCase = {
      request: headOf(head),
      ...{ personal, related },
      ...{ clocks, timeline, messages, files, answer: written },
      assignee: assignee && { id: assignee.id, name: assignee.name },
      colleagues: colleagues.map(({ id, name }) => ({ id, name })),
    }
    await appendAudit(tx, ctx, [{ action: 'request.viewed', requestId }])
    return result
  })
}
