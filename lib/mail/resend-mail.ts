import { eq } from 'drizzle-orm'
import { mail } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { mailJob, newMessageId } from './outbox'
import { canMail } from './permissions'
import { urgencies } from './urgency'

/**
 * Queues a mail that was given up once more, as a new message: the tries of one message share its bytes, but this is a
 * second one, which an officer wants, with a Message-ID and a date of its own and what it says made anew. Its 72 hours
 * begin anew too.
 */
export const resendMail = defineCommand({
  input: z.object({ mailId: z.uuid() }),
  load: async (tx, _ctx: Context<StaffActor>, { mailId }) => {
    const [row] = await tx.select().from(mail).where(eq(mail.id, mailId)).for('update')
    return found(row, 'mail')
  },
  allow: (actor) => canMail(actor, 'resend'),
  run: async (tx, ctx, row) => {
    if (row.state !== 'failed') return { ok: false, reason: 'not-failed' }
    // A code is long expired: the person asks for a new one.
    if (row.template === 'one-time-code') return { ok: false, reason: 'not-resendable' }
    const again = {
      state: 'queued',
      attempts: 0,
      firstTriedAt: null,
      nextAttemptAt: ctx.now,
      raw: null,
      messageId: newMessageId(),
      // Nobody waits behind what strangers cause for what an officer does.
      urgency: Math.max(row.urgency, urgencies.letter),
      foldKey: null,
    } as const
    await tx.update(mail).set(again).where(eq(mail.id, row.id))
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'mail.resent',
          ...(row.requestId && { requestId: row.requestId }),
          data: { mailId: row.id, template: row.template },
        },
      ],
      jobs: [mailJob({ ...row, ...again })],
    }
  },
})
