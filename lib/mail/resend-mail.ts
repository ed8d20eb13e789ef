import { eq } from 'drizzle-orm'
import { mail } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { mailJob } from './outbox'
import { canMail } from './permissions'

/** Queues a mail that was given up once more, with the Message-ID and the bytes it had; its 72 hours begin anew. */
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
    await tx
      .update(mail)
      .set({ state: 'queued', attempts: 0, firstTriedAt: null, nextAttemptAt: ctx.now })
      .where(eq(mail.id, row.id))
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
      jobs: [mailJob(row.operatorId, row.id)],
    }
  },
})
