import { and, eq, isNull } from 'drizzle-orm'
import type { ErasureGround } from '@/db/enums'
import { erasure, request, requestKey, staff } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { isNotFound } from '@/lib/core/errors'
import type { RequestCase } from '@/lib/requests/model'
import { can } from '@/lib/requests/permissions'
import { getRequestCase } from '@/lib/requests/queries'

/** What is left of a request whose data are erased: its line of the register, and when, why and by whom it was done. */
export interface ErasedRequest {
  head: Pick<typeof request.$inferSelect, 'id' | 'reference' | 'kind' | 'state' | 'outcome' | 'receivedOn' | 'closedOn'>
  /** Absent where the key was taken away by other means than the command. */
  erasure: { ground: ErasureGround; erasedAt: Date; by: string | null } | undefined
}

/** The case, or what is left of one that is erased. Throws `NotFoundError` where there was never one, or not for this actor. */
export async function getCaseOrErasure(
  ctx: Context<StaffActor>,
  requestId: string,
): Promise<RequestCase | ErasedRequest> {
  try {
    return await getRequestCase(ctx, requestId)
  } catch (error) {
    const erased = isNotFound(error) && can(ctx.actor, 'view') ? await findErased(ctx, requestId) : undefined
    if (erased) return erased
    throw error
  }
}

function findErased(ctx: Context<StaffActor>, requestId: string): Promise<ErasedRequest | undefined> {
  const { id, reference, kind, state, outcome, receivedOn, closedOn } = request
  return asActor(ctx.actor, async (tx) => {
    const [row] = await tx
      .select({ head: { id, reference, kind, state, outcome, receivedOn, closedOn }, erasure, by: staff.name })
      .from(request)
      .leftJoin(requestKey, eq(requestKey.requestId, request.id))
      .leftJoin(erasure, eq(erasure.requestId, request.id))
      .leftJoin(staff, eq(staff.id, erasure.erasedBy))
      .where(and(eq(request.id, requestId), isNull(requestKey.requestId)))
    if (!row) return undefined
    return { head: row.head, erasure: row.erasure ? { ...row.erasure, by: row.by } : undefined }
  })
}
