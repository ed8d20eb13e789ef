import { and, asc, eq, gt } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { request, staff } from '@/db/schema'
import { appendAudit } from '@/lib/audit/append'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import type { RegisterRow } from './model'
import { can } from './permissions'

const PAGE = 100

export interface RegisterPage {
  rows: RegisterRow[]
  /** The number to continue after. */
  next: number | undefined
}

/** The register of one year in the order of its numbers: the book that an inspector asks for. */
export async function listRegister(
  ctx: Context<StaffActor>,
  { year, after = 0 }: { year: number; after?: number },
): Promise<RegisterPage> {
  if (!can(ctx.actor, 'view')) throw new NotFoundError('register')
  return asActor(ctx.actor, (tx) => readRegister(tx, ctx, year, after, PAGE))
}

/** The whole register of a year, page by page, for an export; the audit log says who took it. */
export async function* exportRegister(ctx: Context<StaffActor>, year: number): AsyncGenerator<RegisterRow[]> {
  if (!can(ctx.actor, 'view')) throw new NotFoundError('register')
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
      assigneeName: staff.name,
    })
    .from(request)
    .leftJoin(staff, eq(staff.id, request.assigneeId))
    .where(and(eq(request.operatorId, ctx.actor.operatorId), eq(request.year, year), gt(number, after)))
    .orderBy(asc(number))
    .limit(limit + 1)
  const page = found.slice(0, limit)
  return {
    rows: page.map(({ number: _number, ...row }) => row),
    next: found.length > limit ? page.at(-1)?.number : undefined,
  }
}
