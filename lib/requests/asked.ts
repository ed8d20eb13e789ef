import { eq } from 'drizzle-orm'
import { request } from '@/db/schema'
import { appendAudit } from '@/lib/audit/append'
import type { RequesterActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found } from '@/lib/core/errors'
import { getRequestVault } from '@/lib/vault/request-vault'
import type { Asked, PersonalData, RequestHead } from './model'
import { openPersonalData } from './personal-data'

/** What the signed-in person has asked for, beside their receipt. Reading it is an audited act. */
export async function getAsked(ctx: Context<RequesterActor>): Promise<Asked> {
  const { requestId } = ctx.actor
  return asActor(ctx.actor, async (tx) => {
    const [[row], vault] = await Promise.all([
      tx.select().from(request).where(eq(request.id, requestId)),
      getRequestVault(tx, requestId),
    ])
    const head = found(row, 'request')
    await appendAudit(tx, ctx, [{ action: 'request.viewed', requestId }])
    return askedOf(head, openPersonalData(vault, head))
  })
}

/** What is asked for, and who asks; what shows that it is they is for officers alone. */
export const askedOf = (
  { kind, ground, scope, mailingChannels, requesterType }: RequestHead,
  { categories, correction, details, subject, representative, authority, contact }: PersonalData,
): Asked => ({
  ...{ kind, ground, scope, mailingChannels, categories, correction, details },
  ...{ requesterType, subject, representative, authority, contact },
})
