import { and, asc, eq, gte, isNotNull, isNull, lt, notExists, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { answer, mail, request, requestKey } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { addDays } from '@/lib/core/calendar-date'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { instantAt, localDate } from '@/lib/core/zoned'
import { queueMails } from '@/lib/mail/outbox'
import { getOperator } from '@/lib/operators/queries'
import { caseLinks } from '@/lib/requests/case-links'
import { openPersonalData } from '@/lib/requests/personal-data'
import { requesterMails } from '@/lib/requests/requester-mails'
import { unwrapVault } from '@/lib/vault/request-vault'
import { z } from 'zod/mini'
import { getReminderSettings } from './settings'

const BATCH = 200

/** So long after the last day nobody is reminded any more, however long the worker was down. */
const GRACE_DAYS = 30

const keyOf = (requestId: string, days: number) => `answer-unread:${requestId}:${days}`

/** Tells people, a batch at a time, of an answer that they have not opened yet; of days that were missed, the last. */
export const mailUnreadAnswers = defineCommand({
  input: z.object({}),
  load: async (tx, ctx: Context<SystemActor>) => {
    const { timeZone } = await getOperator(ctx.actor.operatorId)
    const { unreadAfterDays } = await getReminderSettings(tx)
    const stages = [...unreadAfterDays].sort((a, b) => b - a)
    for (const [index, days] of stages.entries()) {
      const before = instantAt(addDays(ctx.today, 1 - days), '00:00', timeZone)
      const oldest = index === 0 ? days + GRACE_DAYS : (stages[index - 1] ?? days)
      const from = instantAt(addDays(ctx.today, 1 - oldest), '00:00', timeZone)
      const rows = await listUnread(tx, ctx, days, from, before)
      if (rows.length > 0) return { timeZone, days, rows }
    }
    return undefined
  },
  allow: () => true,
  run: async (tx, ctx, due): Promise<Success<number> | Refusal<'nothing-due'>> => {
    if (!due) return { ok: false, reason: 'nothing-due' }
    const mails = await Promise.all(
      due.rows.map(async ({ requestRow, wrapped, releasedAt }) => {
        const { caseUrl } = await caseLinks(ctx, requestRow)
        return requesterMails(requestRow, openPersonalData(unwrapVault(requestRow.id, wrapped), requestRow), {
          template: 'answer-unread',
          intentKey: keyOf(requestRow.id, due.days),
          props: { number: requestRow.reference, answeredOn: localDate(releasedAt ?? ctx.now, due.timeZone), caseUrl },
        })
      }),
    )
    return {
      ok: true,
      value: mails.length,
      audit: [{ action: 'reminder.intended', data: { on: ctx.today, mails: mails.length, unreadAnswers: true } }],
      jobs: await queueMails(tx, ctx, mails.flat()),
    }
  },
})

function listUnread(tx: Transaction, { actor }: Context, days: number, from: Date, before: Date) {
  const reminded = tx
    .select({ id: mail.id })
    .from(mail)
    .where(
      and(
        eq(mail.operatorId, answer.operatorId),
        eq(mail.intentKey, sql`'answer-unread:' || ${answer.requestId} || ':' || ${String(days)}`),
      ),
    )
  return tx
    .select({ requestRow: request, wrapped: requestKey.wrapped, releasedAt: answer.releasedAt })
    .from(answer)
    .innerJoin(request, eq(request.id, answer.requestId))
    .innerJoin(requestKey, eq(requestKey.requestId, answer.requestId))
    .where(
      and(
        eq(answer.operatorId, actor.operatorId),
        isNotNull(answer.releasedAt),
        gte(answer.releasedAt, from),
        lt(answer.releasedAt, before),
        isNull(answer.firstReadAt),
        // Who wrote by post may have given no address.
        isNotNull(request.emailHash),
        notExists(reminded),
      ),
    )
    .orderBy(asc(answer.releasedAt))
    .limit(BATCH)
    .for('update', { of: answer, skipLocked: true })
}
