import { createHmac, randomInt, randomUUID } from 'node:crypto'
import { and, count, desc, eq, gt } from 'drizzle-orm'
import { oneTimeCode, request, requestKey } from '@/db/schema'
import { locales } from '@/db/enums'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { hasReference } from '@/lib/requests/reference'
import { requiredEmail, requiredLine } from '@/lib/text/fields'
import { installationKey } from '@/lib/vault/keys'
import { searchHash } from '@/lib/vault/search-hash'
import { z } from 'zod/mini'

export const CODE_MINUTES = 10
const CODES_AN_HOUR = 5

/** A six-digit code has few values: it is hashed with a key, so that a dump does not give it away. */
export const hashCode = (codeId: string, code: string): Buffer =>
  createHmac('sha256', installationKey('one-time-code')).update(`${codeId}\0${code}`).digest()

/**
 * Sends a code to the mailbox of a request. The answer is the same whether or not there is such a request with such an
 * address: a code is stored either way, and mailed only where it belongs.
 */
export const requestCode = defineCommand({
  input: z.object({
    reference: requiredLine(60),
    email: requiredEmail(),
    locale: z.enum(locales),
  }),
  load: async (tx, ctx: Context<PublicActor>, { reference, email }) => {
    const { operatorId } = ctx.actor
    const named = hasReference(operatorId, reference)
    if (!named) return undefined
    const [row] = await tx
      .select({ id: request.id })
      .from(request)
      .innerJoin(requestKey, eq(requestKey.requestId, request.id))
      .where(and(named, eq(request.emailHash, searchHash('email', operatorId, email))))
      // A number without its year is taken for the latest.
      .orderBy(desc(request.year))
      .limit(1)
      .for('update', { of: request })
    return row
  },
  allow: () => true,
  run: async (tx, ctx, subject, { email, locale }) => {
    const { operatorId } = ctx.actor
    const codeId = randomUUID()
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    // Beyond the limit a code is made but not mailed: the answer stays the same, the mailbox is not flooded.
    const mailed = subject !== undefined && !(await isFlooded(subject.id))
    await tx.insert(oneTimeCode).values({
      id: codeId,
      operatorId,
      requestId: mailed ? subject.id : null,
      codeHash: hashCode(codeId, code),
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + CODE_MINUTES * 60_000),
    })
    const mails: MailIntent<'one-time-code'>[] = mailed
      ? [
          {
            template: 'one-time-code',
            locale,
            to: email,
            requestId: subject.id,
            intentKey: `one-time-code:${codeId}`,
            props: { code, minutes: CODE_MINUTES },
          },
        ]
      : []
    return {
      ok: true,
      value: { codeId },
      audit: [{ action: 'code.requested', ...(subject && { requestId: subject.id }), data: { mailed } }],
      jobs: await queueMails(tx, ctx, mails),
    }

    async function isFlooded(requestId: string): Promise<boolean> {
      const since = new Date(ctx.now.getTime() - 3_600_000)
      const [row] = await tx
        .select({ sent: count() })
        .from(oneTimeCode)
        .where(and(eq(oneTimeCode.requestId, requestId), gt(oneTimeCode.createdAt, since)))
      return (row?.sent ?? 0) >= CODES_AN_HOUR
    }
  },
})
