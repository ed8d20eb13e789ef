import { and, eq, isNull } from 'drizzle-orm'
import { request, requestClock } from '@/db/schema'
import type { RequesterActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { listColleagues } from '@/lib/people/queries'
import { z } from 'zod/mini'
import { caseLinks } from './case-links'
import { lockRequest } from './lock-request'
import { decideOpen } from './rules'

/**
 * The person takes their request back: every clock stops, nothing more is due, and whoever works on it is told. Only
 * they can: a clinic has no way to close a request but to answer it.
 */
export const withdrawRequest = defineCommand({
  input: z.object({ requestId: z.uuid() }),
  load: (tx, _ctx: Context<RequesterActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, subject) => actor.requestId === subject.id,
  run: async (tx, ctx, subject) => {
    const decision = decideOpen(subject)
    if (!decision.ok) return decision
    await tx
      .update(requestClock)
      .set({ stoppedAt: ctx.now, stoppedOn: ctx.today })
      .where(and(eq(requestClock.requestId, subject.id), isNull(requestClock.stoppedAt)))
    await tx
      .update(request)
      .set({ state: 'withdrawn', nextDueOn: null, nextClock: null, closedAt: ctx.now, closedOn: ctx.today })
      .where(eq(request.id, subject.id))
    const { requestUrl } = await caseLinks(ctx, subject)
    const inCharge = (await listColleagues(tx, ctx.actor.operatorId)).filter(({ id }) => id === subject.assigneeId)
    const mails = inCharge.map((colleague): MailIntent<'request-withdrawn'> => ({
      template: 'request-withdrawn',
      locale: colleague.locale,
      to: colleague.email,
      requestId: subject.id,
      staffId: colleague.id,
      intentKey: `request-withdrawn:${subject.id}:${colleague.id}`,
      props: { number: subject.reference, url: requestUrl(colleague.locale) },
    }))
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'request.withdrawn', requestId: subject.id }],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})
