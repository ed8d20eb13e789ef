import { eq } from 'drizzle-orm'
import { request } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { NotFoundError } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { readNeutralLink } from './case-links'
import { lockRequest } from './lock-request'

/** The person follows the link of the receipt mail: the address is theirs. Following it again changes nothing. */
export const confirmEmail = defineCommand({
  input: z.object({ token: z.string().check(z.maxLength(200)) }),
  load: (tx, ctx: Context<PublicActor>, { token }) => {
    const link = readNeutralLink(token, ctx.now)
    if (link?.purpose !== 'confirm-email' || link.operatorId !== ctx.actor.operatorId)
      throw new NotFoundError('request')
    return lockRequest(tx, link.requestId)
  },
  allow: () => true,
  run: async (tx, ctx, subject) => {
    if (!subject.emailConfirmedAt) {
      await tx.update(request).set({ emailConfirmedAt: ctx.now }).where(eq(request.id, subject.id))
    }
    return {
      ok: true,
      value: { reference: subject.reference },
      audit: [{ action: 'request.email-confirmed', requestId: subject.id }],
    }
  },
})
