import { randomUUID } from 'node:crypto'
import { locales } from '@/db/enums'
import { oneTimeCode } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { countUp } from '@/lib/limits/count'
import { fullUntil, limits } from '@/lib/limits/model'
import { getOperator } from '@/lib/operators/queries'
import { emailKey } from '@/lib/text/email'
import { requiredEmail, requiredLine } from '@/lib/text/fields'
import { readReference } from '@/lib/text/reference'
import { z } from 'zod/mini'
import { CODE_MINUTES, hashSource, sealAsked } from './code-model'

/** What is left to a source while too many of them ask for codes for one mailbox. */
const MOST_UNDER_FIRE = 2

/**
 * Somebody asks for a code to open a request. Nothing is looked up here: the worker finds out whether there is such a
 * request with such an address, so that every asking takes the same work and says the same. Limits go by what was typed
 * and where from; from a source that has not asked before, a code can always be asked for.
 */
export const requestCode = defineCommand({
  input: z.object({
    reference: requiredLine(60).check(z.refine((typed) => readReference(typed) !== undefined, 'badReference')),
    email: requiredEmail(),
    locale: z.enum(locales),
  }),
  load: async (_tx, ctx: Context<PublicActor>) => (await getOperator(ctx.actor.operatorId)).code,
  allow: () => true,
  run: async (
    tx,
    ctx,
    clinicCode,
    { reference, email, locale },
  ): Promise<Success<{ codeId: string; reference: string }> | Refusal<'foreign-reference' | 'too-many-codes'>> => {
    const codes = readReference(reference)?.codes ?? []
    // A number of another clinic is none here, whoever asks.
    if (codes.length > 0 && !codes.includes(clinicCode)) return { ok: false, reason: 'foreign-reference' }
    const { until, isLong } = await countAsking(ctx, emailKey(email))
    if (until) return { ok: false, reason: 'too-many-codes', until }
    const codeId = randomUUID()
    const { operatorId } = ctx.actor
    await tx.insert(oneTimeCode).values({
      id: codeId,
      operatorId,
      asked: sealAsked(codeId, { reference, email, locale, isLong }),
      source: hashSource(ctx.source),
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + CODE_MINUTES * 60_000),
    })
    return {
      ok: true,
      value: { codeId, reference },
      audit: [{ action: 'code.requested' }],
      jobs: [codeJob(operatorId, codeId)],
    }
  },
})

/** The job that wakes the worker for one asking. */
export const codeJob = (operatorId: string, codeId: string) =>
  ({ queue: 'make-code', key: codeId, data: { operatorId, codeId } }) as const

async function countAsking(
  { now, source = '' }: Context,
  mailbox: string,
): Promise<{ until: Date | undefined; isLong: boolean }> {
  const [ofSource, own, ofMailbox] = await Promise.all([
    countUp('code-source', [source], now),
    countUp('code-source-mailbox', [source, mailbox], now),
    countUp('code-mailbox', [mailbox], now),
  ])
  const isUnderFire = fullUntil('code-mailbox', ofMailbox) !== undefined
  const most = isUnderFire ? MOST_UNDER_FIRE : limits['code-source-mailbox'].most
  return {
    until: fullUntil('code-source-mailbox', own, most) ?? fullUntil('code-source', ofSource),
    isLong: isUnderFire,
  }
}
