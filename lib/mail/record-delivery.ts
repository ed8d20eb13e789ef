import { eq, inArray, or } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { type MailFinding, mailFindings } from '@/db/enums'
import { mail, request } from '@/db/schema'
import type { AuditDraft } from '@/lib/audit/append'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { getOperator } from '@/lib/operators/queries'
import { concernedBy } from '@/lib/people/concerned'
import { listColleagues } from '@/lib/people/queries'
import { z } from 'zod/mini'
import { unfold } from './fold'
import { mailJob, queueMails } from './outbox'
import { nextAttemptAt } from './policy'
import { staffMails } from './staff-mails'

const outcomes = ['accepted', 'temporary', 'permanent', 'unknown', 'stale'] as const
export type DeliveryOutcome = (typeof outcomes)[number]

/** What became of a try is stored here: sent, to be tried again, failed for good, or no longer true. */
export const recordDelivery = defineCommand({
  input: z.object({
    mailId: z.uuid(),
    outcome: z.enum(outcomes),
    /** Absent where nothing was tried. */
    finding: z.optional(z.enum(mailFindings)),
    reply: z.string().check(z.maxLength(500)),
  }),
  load: async (tx, _ctx: Context<SystemActor>, { mailId }) => {
    const [row] = await tx.select().from(mail).where(eq(mail.id, mailId)).for('update')
    return found(row, 'mail')
  },
  allow: () => true,
  run: async (tx, ctx, row, { outcome, finding, reply }): Promise<Success<undefined>> => {
    const audit = (action: AuditDraft['action']): Success<undefined>['audit'] => [
      {
        action,
        ...(row.requestId && { requestId: row.requestId }),
        data: { mailId: row.id, template: row.template, attempts: row.attempts, ...(finding && { finding }) },
      },
    ]
    const store = (values: Partial<typeof mail.$inferInsert>) =>
      tx
        .update(mail)
        .set({ lastReply: reply, ...(finding && { lastFinding: finding }), ...values })
        .where(eq(mail.id, row.id))

    if (outcome === 'accepted') {
      await store({ state: 'sent', sentAt: ctx.now })
      return { ok: true, value: undefined, audit: audit('mail.sent') }
    }
    if (outcome === 'stale') {
      await store({ state: 'cancelled' })
      await unfold(tx, row.id, ctx.now)
      return { ok: true, value: undefined, audit: audit('mail.cancelled') }
    }
    const again =
      outcome === 'permanent' ? undefined : nextAttemptAt(row.attempts, row.firstTriedAt ?? ctx.now, ctx.now)
    if (again) {
      await store({ nextAttemptAt: again })
      const jobs = [mailJob(row, again)]
      return { ok: true, value: undefined, audit: audit('mail.deferred'), jobs }
    }
    await store({ state: 'failed' })
    return { ok: true, value: undefined, audit: audit('mail.failed'), jobs: await tellStaff(tx, ctx, row, finding) }
  },
})

/** A letter that the requester will never get is a matter for the officer: they have to be reached in another way. */
async function tellStaff(
  tx: Transaction,
  ctx: Context,
  row: typeof mail.$inferSelect,
  finding: MailFinding | undefined,
): Promise<JobDraft[]> {
  if (row.staffId || !row.requestId || row.template === 'one-time-code') return []
  const cause = finding === undefined || finding === 'accepted' ? 'unmade' : finding
  const requestRows = await tx
    .select({ id: request.id, reference: request.reference, assigneeId: request.assigneeId })
    .from(request)
    .where(or(eq(request.id, row.requestId), inArray(request.id, toldIn(tx, row.id))))
  const colleagues = await listColleagues(tx, row.operatorId)
  const { slug } = await getOperator(row.operatorId)
  const mails = requestRows.flatMap((requestRow) =>
    staffMails(concernedBy(colleagues, requestRow), ({ id, locale }) => ({
      template: 'mail-undeliverable',
      requestId: requestRow.id,
      // Of each sending, one: what an officer sends again may fail again.
      intentKey: `mail-undeliverable:${row.messageId}:${requestRow.id}:${id}`,
      props: { number: requestRow.reference, cause, url: portalUrl(paths.request(locale, slug, requestRow.id)) },
    })),
  )
  return queueMails(tx, ctx, mails)
}

/** The requests of the mails that this one told of. */
const toldIn = (tx: Transaction, mailId: string) =>
  tx.select({ id: mail.requestId }).from(mail).where(eq(mail.foldedInto, mailId))
