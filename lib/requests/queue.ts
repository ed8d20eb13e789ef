import { and, asc, eq, gte, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { queueCount, request, requestClock, staff } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { addDays, isCalendarDate } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import type { QueueCounts, QueuePage, QueueQuery, QueueRow } from './model'
import { can } from './permissions'

const PAGE = 50
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The clock that a row of the queue leads with, found by its unique name. */
export const isNextClock = and(eq(requestClock.requestId, request.id), eq(requestClock.clock, request.nextClock))

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
  nextUnit: requestClock.unit,
  nextStartedOn: requestClock.startedOn,
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

/** One statement for rows and counters: the counters are a row of their own, so that an empty page has them too. */
async function readQueue(tx: Transaction, ctx: Context<StaffActor>, query: QueueQuery): Promise<QueuePage> {
  const limit = query.limit ?? PAGE
  const page = tx
    .select({ ...queueColumns, assigneeName: sql<string | null>`${staff.name}`.as('assignee_name') })
    .from(request)
    .leftJoin(staff, and(eq(staff.id, request.assigneeId), isNull(staff.dismissedAt)))
    .leftJoin(requestClock, isNextClock)
    .where(and(eq(request.operatorId, ctx.actor.operatorId), isNotNull(request.nextDueOn), ...conditions(ctx, query)))
    .orderBy(asc(request.nextDueOn), asc(request.id))
    .limit(limit + 1)
    .as('page')
  const counts = countQueue(tx, ctx).as('counts')
  const lines = await tx
    .select()
    .from(counts)
    .leftJoin(page, sql`true`)
    .orderBy(asc(page.nextDueOn), asc(page.id))
  const found = lines.flatMap((line) => line.page ?? [])
  const rows = found.slice(0, limit) as QueueRow[]
  const last = found.length > limit ? rows.at(-1) : undefined
  const none = { all: 0, overdue: 0, today: 0, week: 0, unassigned: 0, mine: 0 }
  return { rows, next: last && `${last.nextDueOn}.${last.id}`, counts: lines[0]?.counts ?? none }
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
    // A comparison of rows bounds the index scan; the same written with OR would only filter what was read.
    cursor && sql`(${request.nextDueOn}, ${request.id}) > (${cursor.dueOn}::date, ${cursor.id}::uuid)`,
  ]
}

function parseCursor(cursor: string | undefined): { dueOn: string; id: string } | undefined {
  const [, dueOn, id] = /^(\d{4}-\d{2}-\d{2})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(cursor ?? '') ?? []
  return isCalendarDate(dueOn) && id ? { dueOn, id } : undefined
}

function countQueue(tx: Transaction, { today, actor }: Context<StaffActor>) {
  const { count, dueOn, assigneeId } = queueCount
  const sumWhere = (name: keyof QueueCounts, condition: SQL) =>
    sql<number>`coalesce(sum(${count}) filter (where ${condition}), 0)::int`.as(name)
  return tx
    .select({
      all: sumWhere('all', sql`true`),
      overdue: sumWhere('overdue', sql`${dueOn} < ${today}`),
      today: sumWhere('today', sql`${dueOn} = ${today}`),
      week: sumWhere('week', sql`${dueOn} between ${today} and ${addDays(today, 7)}`),
      unassigned: sumWhere('unassigned', sql`${assigneeId} = ${NOBODY}`),
      mine: sumWhere('mine', sql`${assigneeId} = ${actor.staffId}`),
    })
    .from(queueCount)
    .where(eq(queueCount.operatorId, actor.operatorId))
}
