import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { request, requestClock, staff } from '@/db/schema'
import { appendAudit } from '@/lib/audit/append'
import type { StaffActor } from '@/lib/core/actor'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError, ProofNeededError } from '@/lib/core/errors'
import { hasRecentProof } from '@/lib/core/recent-proof'
import type { RegisterClock, RegisterRow } from './model'
import { can } from './permissions'
import { type ClockFacts, earliestFirst, howCaseStands, howClockStands } from './verdicts'

const PAGE = 100

export interface RegisterPage {
  rows: RegisterRow[]
  /** The number to continue after. */
  next: number | undefined
}

/** The register of one year in the order of its numbers: the book that an inspector asks for. `file-request.ts` numbers them. */
export async function listRegister(
  ctx: Context<StaffActor>,
  { year, after = 0 }: { year: number; after?: number },
): Promise<RegisterPage> {
  if (!can(ctx.actor, 'view')) throw new NotFoundError('register')
  return asActor(ctx.actor, (tx) => readRegister(tx, ctx, year, after, PAGE))
}

/** The whole register of a year, page by page, for an export; the audit log says who took it. Throws `ProofNeededError`. */
export async function* exportRegister(ctx: Context<StaffActor>, year: number): AsyncGenerator<RegisterRow[]> {
  if (!can(ctx.actor, 'view')) throw new NotFoundError('register')
  if (!hasRecentProof(ctx.actor, ctx.now)) throw new ProofNeededError()
  await asActor(ctx.actor, (tx) => appendAudit(tx, ctx, [{ action: 'register.exported', data: { year } }]))
  let after: number | undefined = 0
  while (after !== undefined) {
    const from: number = after
    const page: RegisterPage = await asActor(ctx.actor, (tx) => readRegister(tx, ctx, year, from, 1_000))
    yield page.rows
    after = page.next
  }
}

async function readRegister(
  tx: Transaction,
  ctx: Context<StaffActor>,
  year: number,
  after: number,
  limit: number,
): Promise<RegisterPage> {
  const { id, reference, receivedOn, kind, requesterType, channel, responseDueOn, state, outcome, closedOn, number } =
    request
  const found = await tx
    .select({
      ...{ id, reference, receivedOn, kind, requesterType, channel, responseDueOn, state, outcome, closedOn, number },
      refusalGround: request.refusalGround,
      assigneeName: staff.name,
    })
    .from(request)
    .leftJoin(staff, eq(staff.id, request.assigneeId))
    .where(and(eq(request.operatorId, ctx.actor.operatorId), eq(request.year, year), gt(number, after)))
    .orderBy(asc(number))
    .limit(limit + 1)
  const page = found.slice(0, limit)
  const clocks = await clocksOf(
    tx,
    page.map((row) => row.id),
  )
  return {
    rows: page.map(({ number: _number, ...row }) => {
      const own = (clocks.get(row.id) ?? []).sort(earliestFirst)
      return { ...row, clocks: own.map((clock) => told(clock, ctx.today)), timeliness: howCaseStands(own, ctx.today) }
    }),
    next: found.length > limit ? page.at(-1)?.number : undefined,
  }
}

type StoredClock = ClockFacts & { requestId: string; extendedAt: Date | null }

async function clocksOf(tx: Transaction, requestIds: readonly string[]): Promise<Map<string, StoredClock[]>> {
  const { requestId, clock, dueOn, stoppedOn, ending, extendedAt } = requestClock
  const rows = await tx
    .select({ requestId, clock, dueOn, stoppedOn, ending, extendedAt })
    .from(requestClock)
    // One parameter, so that the statement is the same for a page of any length.
    .where(
      inArray(
        requestId,
        sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(requestIds)}::text::jsonb))`,
      ),
    )
  return Map.groupBy(rows, (row) => row.requestId)
}

const told = (clock: StoredClock, today: CalendarDate): RegisterClock => ({
  clock: clock.clock,
  dueOn: clock.dueOn,
  extended: clock.extendedAt !== null,
  verdict: howClockStands(clock, today),
})
