import { randomUUID, timingSafeEqual } from 'node:crypto'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { oneTimeCode, request, requesterSession } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { requiredLine } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { hashCode } from './request-code'
import { hashToken, newToken } from './tokens'

const TRIES = 5
const SESSION_MS = 2 * 3_600_000

export type CodeCheck = { accepted: true; token: string; expiresAt: Date; reference: string } | { accepted: false }

/** Checks a one-time code: valid 10 minutes, 5 tries. A wrong try is stored, hence it is a value and not a refusal. */
export const verifyCode = defineCommand({
  input: z.object({
    codeId: z.uuid(),
    code: requiredLine(20),
  }),
  // The try is counted in the statement that checks the limit: tries sent at the same moment cannot slip past it.
  load: async (tx, ctx: Context<PublicActor>, { codeId }) => {
    const [row] = await tx
      .update(oneTimeCode)
      .set({ tries: sql`${oneTimeCode.tries} + 1` })
      .where(
        and(
          eq(oneTimeCode.id, codeId),
          isNull(oneTimeCode.usedAt),
          lt(oneTimeCode.tries, TRIES),
          gt(oneTimeCode.expiresAt, ctx.now),
        ),
      )
      .returning()
    return row
  },
  allow: () => true,
  run: async (tx, ctx, row, { codeId, code }) => {
    const given = hashCode(codeId, code.replaceAll(/\D/g, ''))
    if (!row?.requestId || !timingSafeEqual(given, row.codeHash)) {
      return {
        ok: true,
        value: { accepted: false } as CodeCheck,
        audit: [{ action: 'code.rejected', ...(row?.requestId && { requestId: row.requestId }) }],
      }
    }
    const token = newToken()
    const expiresAt = new Date(ctx.now.getTime() + SESSION_MS)
    await tx.update(oneTimeCode).set({ usedAt: ctx.now }).where(eq(oneTimeCode.id, codeId))
    // Whoever reads the code reads the mailbox: the address is confirmed by it as well.
    const [subject] = await tx
      .update(request)
      .set({ emailConfirmedAt: sql`coalesce(${request.emailConfirmedAt}, ${ctx.now.toISOString()}::timestamptz)` })
      .where(eq(request.id, row.requestId))
      .returning({ reference: request.reference })
    await tx.insert(requesterSession).values({
      id: randomUUID(),
      operatorId: ctx.actor.operatorId,
      requestId: row.requestId,
      tokenHash: hashToken(token),
      createdAt: ctx.now,
      expiresAt,
    })
    return {
      ok: true,
      value: { accepted: true, token, expiresAt, reference: subject?.reference ?? '' } as CodeCheck,
      audit: [{ action: 'code.accepted', requestId: row.requestId }],
    }
  },
})
