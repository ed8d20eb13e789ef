import { eq } from 'drizzle-orm'
import { request } from '@/db/schema'
import type { RequesterActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { queueMails } from '@/lib/mail/outbox'
import { staffMails } from '@/lib/mail/staff-mails'
import { concernedBy } from '@/lib/people/concerned'
import { listColleagues } from '@/lib/people/queries'
import { getRequestVault } from '@/lib/vault/request-vault'
import { z } from 'zod/mini'
import { caseLinks } from './case-links'
import { lockRequest } from './lock-request'
import { endClocks } from './end-clocks'
import { openPersonalData } from './personal-data'
import { requesterMails } from './requester-mails'
import { decideUnanswered } from './rules'
import { storeClocks } from './store-clocks'
import { toldClocks } from './told-clocks'

/**
 * The person takes their request back before it is answered: every clock that runs lapses, nothing more is due, and
 * whoever works on it is told, as is the person, should it have been somebody else. Reminders are left where they are: of a
 * clock that has stopped they are true no more (`lib/reminders/still-true.ts`), and what waits to be sent is dropped as it is about
 * to leave. Only the person can: a clinic has no way to end a request but to answer it.
 */
export const withdrawRequest = defineCommand({
  input: z.object({ requestId: z.uuid() }),
  load: (tx, _ctx: Context<RequesterActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, requestRow) => actor.requestId === requestRow.id,
  run: async (tx, ctx, requestRow) => {
    const decision = decideUnanswered(requestRow)
    if (!decision.ok) return decision
    const clocks = endClocks(requestRow.clocks, () => 'withdrawn', ctx)
    await tx.update(request).set({ state: 'withdrawn' }).where(eq(request.id, requestRow.id))
    await storeClocks(tx, ctx, [{ requestRow, clocks }])
    const { requestUrl, caseUrl } = await caseLinks(ctx, requestRow)
    // While nobody is in charge, all: the letter goes to those of them who have heard of the request by then.
    const concerned = concernedBy(await listColleagues(tx, ctx.actor.operatorId), requestRow)
    const told = staffMails(concerned, ({ id, locale }) => ({
      template: 'request-withdrawn',
      requestId: requestRow.id,
      intentKey: `request-withdrawn:${requestRow.id}:${id}`,
      props: { number: requestRow.reference, url: requestUrl(locale) },
    }))
    const vault = await getRequestVault(tx, requestRow.id)
    const confirmed = requesterMails(requestRow, openPersonalData(vault, requestRow), {
      template: 'request-closed',
      intentKey: `request-closed:${requestRow.id}`,
      props: { number: requestRow.reference, caseUrl },
    })
    return {
      ok: true,
      value: undefined,
      audit: [
        { action: 'request.withdrawn', requestId: requestRow.id, data: { clocks: toldClocks(clocks, ctx.today) } },
      ],
      jobs: await queueMails(tx, ctx, [...told, ...confirmed]),
    }
  },
})
