import { randomInt } from 'node:crypto'
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { oneTimeCode, request, requestKey } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { enqueueJobs } from '@/lib/jobs/enqueue'
import { countUp } from '@/lib/limits/count'
import { fullUntil } from '@/lib/limits/model'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { openPersonalData } from '@/lib/requests/personal-data'
import { hasReference } from '@/lib/requests/reference'
import { emailKey } from '@/lib/text/email'
import { getRequestVault } from '@/lib/vault/request-vault'
import { searchHash } from '@/lib/vault/search-hash'
import { z } from 'zod/mini'
import { type AskedFor, CODE_DIGITS, CODE_MINUTES, CODE_MOST_MINUTES, hashCode, openAsked } from './code-model'
import { codeJob } from './request-code'

/**
 * Makes the code that somebody asked for, and mails it, where number and address belong together; else drops the asking.
 * A mailbox that strangers flood gets few letters more: the code that lies in it stays good for longer.
 */
export const makeCode = defineCommand({
  input: z.object({ codeId: z.uuid() }),
  load: async (tx, ctx: Context<SystemActor>, { codeId }) => {
    const [row] = await tx
      .select({ id: oneTimeCode.id, sealed: oneTimeCode.asked, expiresAt: oneTimeCode.expiresAt })
      .from(oneTimeCode)
      .where(and(eq(oneTimeCode.id, codeId), isNotNull(oneTimeCode.asked)))
      .for('update', { skipLocked: true })
    if (!row?.sealed) return undefined
    const asked = openAsked(codeId, row.sealed)
    const isLate = row.expiresAt <= ctx.now
    return { asked, filed: isLate ? undefined : await findFiled(tx, ctx, asked) }
  },
  allow: () => true,
  run: async (tx, ctx, found, { codeId }): Promise<Success<undefined> | Refusal<'made-already'>> => {
    if (!found) return { ok: false, reason: 'made-already' }
    const { asked, filed } = found
    // From now on, whether or not there is a code: how long the page says it lasts must not tell.
    const expiresAt = minutesFrom(ctx.now, CODE_MINUTES)
    const store = (made: Partial<typeof oneTimeCode.$inferInsert>) =>
      tx
        .update(oneTimeCode)
        .set({ asked: null, expiresAt, ...made })
        .where(eq(oneTimeCode.id, codeId))
    if (!filed) {
      await store({})
      return { ok: true, value: undefined, audit: [{ action: 'code.dropped' }] }
    }
    const requestId = filed.id
    if ((await isFlooded(ctx, filed.email)) && (await prolongLast(tx, ctx, requestId, expiresAt))) {
      await store({ requestId })
      return { ok: true, value: undefined, audit: [{ action: 'code.prolonged', requestId }] }
    }
    const digits = CODE_DIGITS[asked.isLong ? 'long' : 'usual']
    const code = String(randomInt(0, 10 ** digits)).padStart(digits, '0')
    await store({ requestId, codeHash: hashCode(codeId, code) })
    const mail: MailIntent<'one-time-code'> = {
      template: 'one-time-code',
      locale: asked.locale,
      // The address that its owner gave: what is typed now may be another that is taken for the same.
      to: filed.email,
      requestId,
      intentKey: `one-time-code:${codeId}`,
      props: { code, minutes: CODE_MINUTES },
    }
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'code.mailed', requestId }],
      jobs: await queueMails(tx, ctx, [mail]),
    }
  },
})

const minutesFrom = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

const isFlooded = async ({ now }: Context, email: string): Promise<boolean> =>
  fullUntil('code-letter', await countUp('code-letter', [emailKey(email)], now)) !== undefined

/** The last code that was mailed for the request stays good until then, if it is not too old for it; false where none is. */
async function prolongLast(tx: Transaction, { now }: Context, requestId: string, until: Date): Promise<boolean> {
  const [last] = await tx
    .select({ id: oneTimeCode.id })
    .from(oneTimeCode)
    .where(
      and(
        eq(oneTimeCode.requestId, requestId),
        isNotNull(oneTimeCode.codeHash),
        isNull(oneTimeCode.usedAt),
        gt(oneTimeCode.expiresAt, now),
        gte(oneTimeCode.createdAt, minutesFrom(until, -CODE_MOST_MINUTES)),
      ),
    )
    .orderBy(desc(oneTimeCode.createdAt))
    .limit(1)
  if (!last) return false
  await tx.update(oneTimeCode).set({ expiresAt: until }).where(eq(oneTimeCode.id, last.id))
  return true
}

/** The request of the number and the address, with the address as it was filed; none whose data are deleted. */
async function findFiled(tx: Transaction, { actor }: Context, { reference, email }: AskedFor) {
  const [row] = await tx
    .select({ id: request.id, personal: request.personal })
    .from(request)
    .innerJoin(requestKey, eq(requestKey.requestId, request.id))
    .where(
      and(
        hasReference(actor.operatorId, reference),
        eq(request.emailHash, searchHash('email', actor.operatorId, email)),
      ),
    )
    // A number without its year is taken for the latest.
    .orderBy(desc(request.year))
    .limit(1)
  if (!row) return undefined
  const { contact } = openPersonalData(await getRequestVault(tx, row.id), row)
  return { id: row.id, email: contact.email }
}

const LOST_MS = 10_000
const BATCH = 200

/** Wakes the worker for askings whose job was lost. */
export function wakeWaitingCodes(ctx: Context<SystemActor>): Promise<void> {
  return asActor(ctx.actor, async (tx) => {
    const waiting = await tx
      .select({ id: oneTimeCode.id })
      .from(oneTimeCode)
      .where(
        and(
          eq(oneTimeCode.operatorId, ctx.actor.operatorId),
          isNotNull(oneTimeCode.asked),
          lte(oneTimeCode.createdAt, new Date(ctx.now.getTime() - LOST_MS)),
        ),
      )
      .orderBy(asc(oneTimeCode.createdAt))
      .limit(BATCH)
    await enqueueJobs(
      tx,
      waiting.map(({ id }) => codeJob(ctx.actor.operatorId, id)),
    )
  })
}
