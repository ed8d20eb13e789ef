import { and, eq, isNull } from 'drizzle-orm'
import { answer, request, requestClock } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { queueMails } from '@/lib/mail/outbox'
import { caseLinks } from '@/lib/requests/case-links'
import { lockRequest } from '@/lib/requests/lock-request'
import { can } from '@/lib/requests/permissions'
import { openPersonalData } from '@/lib/requests/personal-data'
import { requesterMails } from '@/lib/requests/requester-mails'
import { decideOpen } from '@/lib/requests/rules'
import { getRequestVault } from '@/lib/vault/request-vault'
import { z } from 'zod/mini'
import { isComplete } from './rules'

/**
 * Gives the answer to the person, exactly the version that the officer was shown: it is final from now on, and every clock
 * of the request stops.
 */
export const releaseAnswer = defineCommand({
  input: z.object({ requestId: z.uuid(), version: z.coerce.number().check(z.int()) }),
  load: async (tx, _ctx: Context<StaffActor>, input) => {
    const subject = await lockRequest(tx, input.requestId)
    const [draft] = await tx.select().from(answer).where(eq(answer.requestId, subject.id)).for('update')
    return { subject, draft }
  },
  allow: (actor, { subject }) => can(actor, 'releaseAnswer', subject),
  run: async (tx, ctx, { subject, draft }, { version }) => {
    const decision = decideOpen(subject)
    if (!decision.ok) return decision
    if (!draft) return { ok: false, reason: 'no-answer' }
    if (draft.version !== version) return { ok: false, reason: 'newer-version' }
    const vault = await getRequestVault(tx, subject.id)
    const letter = vault.open('answer:letter', subject.id, draft.letter).toString()
    if (!isComplete({ ...draft, letter })) return { ok: false, reason: 'no-answer' }
    await tx
      .update(answer)
      .set({ releasedAt: ctx.now, releasedBy: ctx.actor.staffId })
      .where(eq(answer.requestId, subject.id))
    await tx
      .update(requestClock)
      .set({ stoppedAt: ctx.now, stoppedOn: ctx.today })
      .where(and(eq(requestClock.requestId, subject.id), isNull(requestClock.stoppedAt)))
    await tx
      .update(request)
      .set({
        state: 'answered',
        outcome: draft.outcome,
        nextDueOn: null,
        nextClock: null,
        closedAt: ctx.now,
        closedOn: ctx.today,
      })
      .where(eq(request.id, subject.id))
    const { caseUrl } = await caseLinks(ctx, subject)
    const mails = requesterMails(subject, openPersonalData(vault, subject), {
      template: 'answer-ready',
      intentKey: `answer-ready:${subject.id}`,
      props: { number: subject.reference, caseUrl },
    })
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'answer.released',
          requestId: subject.id,
          data: {
            outcome: draft.outcome,
            ground: draft.refusalGround,
            version,
            inTime: ctx.today <= subject.responseDueOn,
          },
        },
      ],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})
