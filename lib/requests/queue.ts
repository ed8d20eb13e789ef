import { and, asc, eq, gt, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { queueCount, request, staff } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { addDays } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import type { QueueCounts, QueuePage, QueueQuery, QueueRow } from './model'
import { can } from './permissions'

const PAGE = 50
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** What a row of the queue is made of; the open requests alone have a next due date. */
export const queueColumns = {
  id: request.id,
  reference: request.reference,
  kind: request.kind,
  requesterType: request.requesterType,
  state: request.state,
  receivedOn: request.receivedOn,
  responseDueOn: request.responseDueOn,
  nextDueOn: request.nextDueOn,
  nextClock: request.nextClock,
  assigneeName: staff.name,
}

/**
 * A page of the queue, the most urgent first: by the earliest open clock. Pages go by keyset, so that the last one costs
 * what the first does; the counters are kept, not counted.
 */
export async function listQueue(ctx: Context<StaffActor>, query: QueueQuery): Promise<QueuePage> {
  if (!can(ctx.actor, 'view')) throw new NotFoundError('queue')
  return asActor(ctx.actor, (tx) => readQueue(tx, ctx, query))
}

export async function readQueue(tx: Transaction, ctx: Context<StaffActor>, query: QueueQuery): Promise<QueuePage> {
  const limit = query.limit ?? PAGE
  const [found, counts] = await Promise.all([
    tx
      .select(queueColumns)
      .from(request)
      .leftJoin(staff, eq(staff.id, request.assigneeId))
      .where(and(eq(request.operatorId, ctx.actor.operatorId), isNotNull(request.nextDueOn), ...conditions(ctx, query)))
      .orderBy(asc(request.nextDueOn), asc(request.id))
      .limit(limit + 1),
    countQueue(tx, ctx),
  ])
  const rows = found.slice(0, limit) as QueueRow[]
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, next: last && `${last.nextDueOn}.${last.id}`, counts }
}

function conditions(ctx: Context<StaffActor>, query: QueueQuery): (SQL | undefined)[] {
  const { today } = ctx
  const byFilter: Record<QueueQuery['filter'], SQL | undefined> = {
    all: undefined,
    overdue: lt(request.nextDueOn, today),
    today: eq(request.nextDueOn, today),
    week: and(gte(request.nextDueOn, today), lte(request.nextDueOn, addDays(today, 7))),
    unassigned: isNull(request.assigneeId),
    mine: eq(request.assigneeId, ctx.actor.staffId),
  }
  const cursor = parseCursor(query.cursor)
  return [
    byFilter[query.filter],
    query.kind && eq(request.kind, query.kind),
    query.state && eq(request.state, query.state),
    query.assigneeId ? eq(request.assigneeId, query.assigneeId) : undefined,
    cursor &&
      or(gt(request.nextDueOn, cursor.dueOn), and(eq(request.nextDueOn, cursor.dueOn), gt(request.id, cursor.id))),
    // The row comparison above does not bound an index scan; this does.
    cursor && gte(request.nextDueOn, cursor.dueOn),
  ]
}

function parseCursor(cursor: string | undefined): { dueOn: string; id: string } | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(cursor ?? '')
  return match ? { dueOn: match[1]!, id: match[2]! } : undefined
}

async function countQueue(tx: Transaction, ctx: Context<StaffActor>): Promise<QueueCounts> {
  const { today, actor } = ctx
  const { count, dueOn, assigneeId } = queueCount
  const sumWhere = (condition: SQL) => sql<number>`coalesce(sum(${count}) filter (where ${condition}), 0)::int`
  const [row] = await tx
    .select({
      all: sumWhere(sql`true`),
      overdue: sumWhere(sql`${dueOn} < ${today}`),
      today: sumWhere(sql`${dueOn} = ${today}`),
      week: sumWhere(sql`${dueOn} between ${today} and ${addDays(today, 7)}`),
      unassigned: sumWhere(sql`${assigneeId} = ${NOBODY}`),
      mine: sumWhere(sql`${assigneeId} = ${actor.staffId}`),
    })
    .from(queueCount)
    .where(eq(queueCount.operatorId, actor.operatorId))
  return row ?? { all: 0, overdue: 0, today: 0, week: 0, unassigned: 0, mine: 0 }
}
