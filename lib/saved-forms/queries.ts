import { appendAudit } from '@/lib/audit/append'
import type { PublicActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { findForm } from './check-key'
import { readTicket } from './keys'
import type { SavedForm } from './model'

/** The form that a browser holds the ticket of; undefined where it is none of this clinic's, filed, or a day old. */
export async function findSavedForm(
  ctx: Context<PublicActor>,
  ticket: string | undefined,
): Promise<SavedForm | undefined> {
  const key = ticket === undefined ? undefined : readTicket(ctx.actor.operatorId, ticket)
  if (key === undefined) return undefined
  return asActor(ctx.actor, async (tx) => {
    const form = await findForm(tx, ctx, key)
    if (form) await appendAudit(tx, ctx, [{ action: 'form.viewed' }])
    return form
  })
}
