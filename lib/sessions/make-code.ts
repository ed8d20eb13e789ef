import { randomInt } from 'node:crypto'
import { and, asc, desc, eq, isNotNull, lte } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { oneTimeCode, request, requestKey } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { enqueueJobs } from '@/lib/jobs/enqueue'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { openPersonalData } from '@/lib/requests/personal-data'
import { hasReference } from '@/lib/requests/reference'
import { getRequestVault } from '@/lib/vault/request-vault'
import { searchHash } from '@/lib/vault/search-hash'
import { z } from 'zod/mini'
import { type AskedFor, CODE_DIGITS, CODE_MINUTES, hashCode, openAsked } from './code-model'
import { codeJob } from './request-code'

/** Makes the code that somebody asked for, and mails it, where number and address belong together; else drops the asking. */
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
    const requestId = filed?.id
    const digits = CODE_DIGITS[asked.isLong ? 'long' : 'usual']
    const code = String(randomInt(0, 10 ** digits)).padStart(digits, '0')
    await tx
      .update(oneTimeCode)
      .set({
        asked: null,
        // From now on, whether or not there is a code: how long the page says it lasts must not tell.
        expiresAt: new Date(ctx.now.getTime() + CODE_MINUTES * 60_000),
        ...(requestId && { requestId, codeHash: hashCode(codeId, code) }),
      })
      .where(eq(oneTimeCode.id, codeId))
    if (!filed || !requestId) return { ok: true, value: undefined, audit: [{ action: 'code.dropped' }] }
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
