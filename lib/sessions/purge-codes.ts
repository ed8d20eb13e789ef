import { and, count, eq, lte, min } from 'drizzle-orm'
import { oneTimeCode } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'

const HOUR_MS = 3_600_000

/** Deletes codes that are too old to work, once an hour: whoever likes can have any number of them made. */
export const purgeCodes = defineCommand({
  input: z.object({}),
  load: async (tx, ctx: Context<SystemActor>) => {
    const [row] = await tx
      .select({ codes: count(), oldest: min(oneTimeCode.expiresAt) })
      .from(oneTimeCode)
      .where(and(eq(oneTimeCode.operatorId, ctx.actor.operatorId), lte(oneTimeCode.expiresAt, ctx.now)))
    return row
  },
  allow: () => true,
  run: async (tx, ctx, expired): Promise<Success<undefined> | Refusal<'nothing-expired'>> => {
    const isTime = expired?.oldest && expired.oldest.getTime() <= ctx.now.getTime() - HOUR_MS
    if (!isTime) return { ok: false, reason: 'nothing-expired' }
    await tx
      .delete(oneTimeCode)
      .where(and(eq(oneTimeCode.operatorId, ctx.actor.operatorId), lte(oneTimeCode.expiresAt, ctx.now)))
    return { ok: true, value: undefined, audit: [{ action: 'code.purged', data: { codes: expired.codes } }] }
  },
})
