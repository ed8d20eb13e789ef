import { eq } from 'drizzle-orm'
import type { RequestState } from '@/db/enums'
import { request } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { NotFoundError } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { readNeutralLink } from './case-links'
import { lockRequest } from './lock-request'
import { awaitsAnswer } from './rules'

/** What the person is told of their request once the address is confirmed. */
export interface Confirmation {
  reference: string
  /** Whether an answer is on its way, is there, or never comes. */
  answer: 'awaited' | 'given' | 'none'
}

export const confirmationOf = (of: { reference: string; state: RequestState }): Confirmation => ({
  reference: of.reference,
  answer: awaitsAnswer(of) ? 'awaited' : of.state === 'withdrawn' ? 'none' : 'given',
})

/** The person follows the link of the receipt mail: the address is theirs. Following it again changes nothing. */
export const confirmEmail = defineCommand({
  input: z.object({ token: z.string().check(z.maxLength(200)) }),
  load: async (tx, ctx: Context<PublicActor>, { token }) => {
    const link = readNeutralLink(token, ctx.now)
    if (link?.purpose !== 'confirm-email' || link.operatorId !== ctx.actor.operatorId)
      throw new NotFoundError('request')
    const requestRow = await lockRequest(tx, link.requestId)
    // It went to an address that is this request's no more.
    if (link.contactVersion !== requestRow.contactVersion) throw new NotFoundError('request')
    return requestRow
  },
  allow: () => true,
  run: async (tx, ctx, requestRow) => {
    const value = confirmationOf(requestRow)
    if (requestRow.emailConfirmedAt) return { ok: true, value, audit: { goesOn: 'request.email-confirmed' } }
    await tx.update(request).set({ emailConfirmedAt: ctx.now }).where(eq(request.id, requestRow.id))
    return {
      ok: true,
      value,
      audit: [{ action: 'request.email-confirmed', requestId: requestRow.id }],
    }
  },
})
