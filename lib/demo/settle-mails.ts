import { and, count, eq, gte, lt, sql } from 'drizzle-orm'
import { mail, request } from '@/db/schema'
import { INSTALLATION, type SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { jobColumns, mailJob } from '@/lib/mail/outbox'
import { z } from 'zod/mini'

/**
 * What the history mailed before `freshSince` counts as sent in its time, and nobody is woken for it; the few mails
 * after that really go out, now.
 */
export const settleMails = defineCommand({
  input: z.object({ freshSince: z.date() }),
  load: async (_tx, _ctx: Context<SystemActor>) => undefined,
  allow: (actor) => actor.operatorId !== INSTALLATION,
  run: async (tx, ctx, _subject, { freshSince }) => {
    const { operatorId } = ctx.actor
    const queued = and(eq(mail.operatorId, operatorId), eq(mail.state, 'queued'))
    const old = await tx
      .update(mail)
      .set({
        state: 'sent',
        attempts: 1,
        firstTriedAt: sql`${mail.createdAt} + interval '2 seconds'`,
        sentAt: sql`${mail.createdAt} + interval '3 seconds'`,
        lastReply: '250 2.0.0 Ok: queued',
      })
      .where(and(queued, lt(mail.createdAt, freshSince)))
      .returning(jobColumns)
    const fresh = await tx
      .update(mail)
      .set({ nextAttemptAt: ctx.now })
      .where(and(queued, gte(mail.createdAt, freshSince)))
      .returning(jobColumns)
    // Letters of one kind to one person share a job: it stays for those that really go out.
    const kept = new Set(fresh.map((row) => mailJob(row).key))
    const keys = old.map((row) => mailJob({ ...row, firstTriedAt: null }).key).filter((key) => !kept.has(key))
    // As text, cast twice: drizzle's array parameter would be one parameter a key.
    const done = JSON.stringify(keys)
    await tx.execute(sql`
      delete from pgboss.job where name = 'send-mail'
        and singleton_key in (select jsonb_array_elements_text(${done}::text::jsonb))`)
    const [requests] = await tx.select({ count: count() }).from(request).where(eq(request.operatorId, operatorId))
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'demo.loaded', data: { requests: requests?.count ?? 0, mails: old.length } }],
    }
  },
})

/** The last word of the loading: whoever finds it in the log has nothing to load. */
export const finishDemo = defineCommand({
  input: z.object({}),
  load: async (_tx, _ctx: Context<SystemActor>) => undefined,
  allow: (actor) => actor.operatorId === INSTALLATION,
  run: async () => ({ ok: true, value: undefined, audit: [{ action: 'demo.loaded' }] }),
})
