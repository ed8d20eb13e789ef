import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mail, oneTimeCode, request, requesterSession } from '@/db/schema'
import { getCalendar } from '@/lib/calendar/queries'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { queueMails } from '@/lib/mail/outbox'
import { requiredEmail } from '@/lib/text/fields'
import { getRequestVault } from '@/lib/vault/request-vault'
import { searchHash } from '@/lib/vault/search-hash'
import { z } from 'zod/mini'
import { caseLinks } from './case-links'
import { clockLines } from './clock-lines'
import { type LockedRequest, lockRequest } from './lock-request'
import type { PersonalData } from './model'
import { canAsAssignee } from './permissions'
import { openPersonalData } from './personal-data'
import { requesterMails } from './requester-mails'
import { awaitsAnswer } from './rules'
import { answerClock } from './verdicts'

/** How an officer knows that the person reads another mailbox. */
export const contactSources = ['mistyped', 'in-person', 'by-phone', 'by-post'] as const

/**
 * Puts another address into a request, or the first. Whoever reads the former one is told nothing, and has no way in any
 * more: codes, sessions and links that went there are over. The new one is written to, and has to be confirmed.
 */
export const changeContact = defineCommand({
  needsRecentProof: true,
  input: z.object({ requestId: z.uuid(), email: requiredEmail(), source: z.enum(contactSources, 'required') }),
  load: (tx, _ctx: Context<StaffActor>, { requestId }) => lockRequest(tx, requestId),
  allow: (actor, requestRow) => canAsAssignee(actor, 'changeContact', requestRow),
  run: async (tx, ctx, requestRow, { email, source }) => {
    const vault = await getRequestVault(tx, requestRow.id)
    const personal = openPersonalData(vault, requestRow)
    const { email: before } = personal.contact
    if (before === email) return { ok: false, reason: 'same-address' }
    const changed: PersonalData = { ...personal, contact: { ...personal.contact, email } }
    const contactVersion = requestRow.contactVersion + 1
    await tx
      .update(request)
      .set({
        personal: vault.seal('request:personal', requestRow.id, JSON.stringify(changed)),
        emailHash: searchHash('email', ctx.actor.operatorId, email),
        emailConfirmedAt: null,
        contactVersion,
      })
      .where(eq(request.id, requestRow.id))
    await closeFormer(tx, requestRow.id, ctx.now)
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'request.contact-changed',
          requestId: requestRow.id,
          data: { source, before: before ? 'another' : 'none' },
        },
      ],
      jobs: await queueMails(tx, ctx, await letters(ctx, { ...requestRow, contactVersion }, changed)),
    }
  },
})

/** What was opened by the former mailbox, or is on its way there. */
async function closeFormer(tx: Transaction, requestId: string, now: Date): Promise<void> {
  await tx
    .update(requesterSession)
    .set({ endedAt: now })
    .where(and(eq(requesterSession.requestId, requestId), isNull(requesterSession.endedAt)))
  await tx.update(oneTimeCode).set({ expiresAt: now }).where(eq(oneTimeCode.requestId, requestId))
  await tx
    .update(mail)
    .set({ state: 'cancelled' })
    .where(and(eq(mail.requestId, requestId), isNull(mail.staffId), inArray(mail.state, ['queued', 'failed'])))
}

/** The receipt once more, or the news of the answer: with either the person gets to all that was written before. */
async function letters(ctx: Context, requestRow: LockedRequest, personal: PersonalData) {
  const { id, reference: number, receivedOn, contactVersion } = requestRow
  const { caseUrl, confirmUrl } = await caseLinks(ctx, requestRow)
  if (!awaitsAnswer(requestRow)) {
    return requesterMails(requestRow, personal, {
      template: 'answer-ready',
      intentKey: `answer-ready:${id}:${contactVersion}`,
      props: { number, caseUrl },
    })
  }
  const running = requestRow.clocks.filter(({ stoppedOn }) => stoppedOn === null)
  const answer = answerClock(clockLines(running, ctx.today, await getCalendar()))
  return requesterMails(requestRow, personal, {
    template: 'request-received',
    intentKey: `request-received:${id}:${contactVersion}`,
    props: {
      ...{ number, receivedOn, caseUrl, confirmUrl },
      dueOn: answer?.dueOn ?? requestRow.responseDueOn,
      provisional: answer?.provisional ?? false,
    },
  })
}
