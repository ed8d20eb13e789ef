import { and, desc, eq, lt } from 'drizzle-orm'
import { auditEvent, request, staff } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import { type Concerned, withConcerned } from './concerned'
import { verifyChain } from './verify'

const PAGE = 100
const readers = new Set(['lead', 'auditor', 'admin'])

export interface AuditRow {
  seq: number
  at: Date
  actorKind: 'staff' | 'requester' | 'public' | 'system'
  staffName: string | null
  action: string
  reference: string | null
  requestId: string | null
  data: Record<string, unknown>
  concerned: Concerned
}

/** The log of one operator, the newest first; for a lead, an auditor or an admin. */
export async function listAudit(
  ctx: Context<StaffActor>,
  { before, requestId }: { before?: number; requestId?: string } = {},
): Promise<{ rows: AuditRow[]; next: number | undefined }> {
  if (!readers.has(ctx.actor.role)) throw new NotFoundError('audit log')
  const { seq, at, actorKind, action, data } = auditEvent
  return asActor(ctx.actor, async (tx) => {
    const found = await tx
      .select({
        ...{ seq, at, actorKind, action, data },
        requestId: auditEvent.requestId,
        staffName: staff.name,
        reference: request.reference,
      })
      .from(auditEvent)
      .leftJoin(staff, eq(staff.id, auditEvent.actorId))
      .leftJoin(request, eq(request.id, auditEvent.requestId))
      .where(
        and(
          eq(auditEvent.operatorId, ctx.actor.operatorId),
          before ? lt(seq, before) : undefined,
          requestId ? eq(auditEvent.requestId, requestId) : undefined,
        ),
      )
      .orderBy(desc(seq))
      .limit(PAGE + 1)
    const rows = await withConcerned(tx, found.slice(0, PAGE))
    return { rows, next: found.length > PAGE ? rows.at(-1)?.seq : undefined }
  })
}

/** Proves the operator's chain from its first record to its last; for the same readers. */
export async function checkChain(ctx: Context<StaffActor>): ReturnType<typeof verifyChain> {
  if (!readers.has(ctx.actor.role)) throw new NotFoundError('audit log')
  return asActor(ctx.actor, (tx) => verifyChain(tx, ctx.actor.operatorId))
}
