import { and, eq } from 'drizzle-orm'
import { request, requestKey } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { type Confirmation, confirmationOf } from './confirm-email'

/** The registration number behind a signed link; it tells nothing about the person. Undefined for one that is erased. */
export async function findReference(ctx: Context<PublicActor>, requestId: string): Promise<string | undefined> {
  return asActor(ctx.actor, async (tx) => {
    const [row] = await tx
      .select({ reference: request.reference })
      .from(request)
      .innerJoin(requestKey, eq(requestKey.requestId, request.id))
      .where(eq(request.id, requestId))
    return row?.reference
  })
}

/** What the page behind the link of the receipt mail asks or tells. Undefined for one that is erased, and for a former address. */
export async function findConfirmation(
  ctx: Context<PublicActor>,
  { requestId, contactVersion }: { requestId: string; contactVersion: number },
): Promise<(Confirmation & { isConfirmed: boolean }) | undefined> {
  return asActor(ctx.actor, async (tx) => {
    const { reference, state, emailConfirmedAt } = request
    const [row] = await tx
      .select({ reference, state, emailConfirmedAt })
      .from(request)
      .innerJoin(requestKey, eq(requestKey.requestId, request.id))
      .where(and(eq(request.id, requestId), eq(request.contactVersion, contactVersion)))
    return row && { ...confirmationOf(row), isConfirmed: row.emailConfirmedAt !== null }
  })
}
