import { randomUUID, timingSafeEqual } from 'node:crypto'
import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { oneTimeCode, request, requesterSession } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { countUp, forgetCount, readCount } from '@/lib/limits/count'
import { limits } from '@/lib/limits/model'
import { openPersonalData } from '@/lib/requests/personal-data'
import { emailKey } from '@/lib/text/email'
import { requiredLine } from '@/lib/text/fields'
import { getRequestVault } from '@/lib/vault/request-vault'
import { z } from 'zod/mini'
import { CODE_DIGITS, CODE_TRIES, hashCode, LAST_CODES } from './code-model'
import { hashToken, newToken } from './secret-token'

const SESSION_MS = 2 * 3_600_000

/** `isOld`: the asking is too old, used, or none of this clinic's; else its tries may be used up. */
export type CodeCheck =
  | { accepted: true; token: string; expiresAt: Date; reference: string }
  | { accepted: false; isOld: boolean; triesLeft: number }

const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/\D/g, '')
const wholeLengths: readonly number[] = Object.values(CODE_DIGITS)

/** Its digits, however they were typed or pasted. Half of a code is told at the field, and costs no try. */
const wholeCode = requiredLine(100).check(
  z.refine((text) => text === '' || wholeLengths.includes(digitsOf(text).length), 'codeIncomplete'),
  z.overwrite(digitsOf),
)

/**
 * Checks a one-time code against the last three that this source has asked for and the last three of all that are good
 * for the request. An asking has five tries, a source has some more in all. A wrong try is stored, hence it is a value
 * and not a refusal. The work is the same whether or not there is such a request.
 */
export const verifyCode = defineCommand({
  input: z.object({
    codeId: z.uuid(),
    code: wholeCode,
  }),
  load: async (tx, ctx: Context<PublicActor>, { codeId }) => {
    const { count, endsAt } = await readCount('wrong-code-source', [ctx.source ?? ''], ctx.now)
    if (count >= limits['wrong-code-source'].most) return { until: endsAt }
    // One at a time for a request, so that a code is used once, however many times it is sent at the same moment.
    const [asking] = await tx
      .select({ requestId: oneTimeCode.requestId, expiresAt: oneTimeCode.expiresAt, usedAt: oneTimeCode.usedAt })
      .from(oneTimeCode)
      .where(eq(oneTimeCode.id, codeId))
    const lock = `code:${asking?.requestId ?? codeId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
    // The try is counted in the statement that checks the limit: tries sent at the same moment cannot slip past it.
    const [row] = await tx
      .update(oneTimeCode)
      .set({ tries: sql`${oneTimeCode.tries} + 1` })
      .where(and(eq(oneTimeCode.id, codeId), lt(oneTimeCode.tries, CODE_TRIES), ...isGood(ctx.now)))
      .returning()
    const isOld = !asking || asking.usedAt !== null || asking.expiresAt <= ctx.now
    return { row, isOld, codes: await listGoodCodes(tx, ctx, row) }
  },
  allow: () => true,
  run: async (tx, ctx, found, { codeId, code }): Promise<Success<CodeCheck> | Refusal<'too-many-wrong-codes'>> => {
    if ('until' in found) return { ok: false, reason: 'too-many-wrong-codes', until: found.until }
    const { row, isOld, codes } = found
    const match = row && matching(codes, code)
    if (!row?.requestId || !match) {
      await countUp('wrong-code-source', [ctx.source ?? ''], ctx.now)
      const audit = [{ action: 'code.rejected', ...(row?.requestId && { requestId: row.requestId }) }] as const
      return { ok: true, value: { accepted: false, isOld, triesLeft: row ? CODE_TRIES - row.tries : 0 }, audit }
    }
    const token = newToken()
    const expiresAt = new Date(ctx.now.getTime() + SESSION_MS)
    await tx
      .update(oneTimeCode)
      .set({ usedAt: ctx.now })
      .where(inArray(oneTimeCode.id, [codeId, match]))
    // Whoever reads the code reads the mailbox: the address is confirmed by it as well.
    const { requestId } = row
    const confirmed = await tx
      .update(request)
      .set({ emailConfirmedAt: ctx.now })
      .where(and(eq(request.id, requestId), isNull(request.emailConfirmedAt)))
      .returning({ id: request.id })
    const [requestRow] = await tx
      .select({ id: request.id, reference: request.reference, personal: request.personal })
      .from(request)
      .where(eq(request.id, requestId))
    if (!requestRow) throw new Error('The code is for no request')
    await tx.insert(requesterSession).values({
      id: randomUUID(),
      operatorId: ctx.actor.operatorId,
      requestId: row.requestId,
      tokenHash: hashToken(token),
      createdAt: ctx.now,
      expiresAt,
    })
    const { contact } = openPersonalData(await getRequestVault(tx, requestRow.id), requestRow)
    await forgetCount('code-source-mailbox', [ctx.source ?? '', emailKey(contact.email)])
    return {
      ok: true,
      value: { accepted: true, token, expiresAt, reference: requestRow.reference },
      audit: [
        { action: 'code.accepted', requestId },
        ...confirmed.map(() => ({ action: 'request.email-confirmed', requestId }) as const),
      ],
    }
  },
})

const isGood = (now: Date) => [isNull(oneTimeCode.usedAt), gt(oneTimeCode.expiresAt, now)]

interface Code {
  id: string
  codeHash: Buffer | null
}

/** No request has it: who asked in vain costs the same questions. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

async function listGoodCodes(
  tx: Transaction,
  ctx: Context,
  row: typeof oneTimeCode.$inferSelect | undefined,
): Promise<Code[]> {
  const last = (...conditions: SQL[]) =>
    tx
      .select({ id: oneTimeCode.id, codeHash: oneTimeCode.codeHash })
      .from(oneTimeCode)
      .where(
        and(
          eq(oneTimeCode.requestId, row?.requestId ?? NOBODY),
          isNotNull(oneTimeCode.codeHash),
          ...isGood(ctx.now),
          ...conditions,
        ),
      )
      .orderBy(desc(oneTimeCode.createdAt))
      .limit(LAST_CODES)
  const own = await last(eq(oneTimeCode.source, row?.source ?? Buffer.alloc(0)))
  return [...own, ...(await last())]
}

/** The id of the code that it is; each of six places is compared, also where no code is. */
function matching(codes: readonly Code[], given: string): string | undefined {
  const places = Array.from({ length: 2 * LAST_CODES }, (_, n) => codes[n])
  const matches = places.filter((place) => {
    const hash = hashCode(place?.id ?? NOBODY, given)
    return timingSafeEqual(hash, place?.codeHash ?? Buffer.alloc(hash.length))
  })
  return matches[0]?.id
}
