import { and, count, eq, gt } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { locales } from '@/db/enums'
import { staff, staffLink } from '@/db/schema'
import type { PublicActor, SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { findAccount } from '@/lib/sessions/find-account'
import { z } from 'zod/mini'
import { RESET_MINUTES } from './links'
import { mailReset } from './reset-mails'
import { emailSchema } from './schemas'

/** As many as are good at a time: whoever asks too often has a link in the mailbox that works. */
const LINKS_AT_A_TIME = 3

/**
 * Mails a link to choose a new password. The answer is the same whether or not there is such an account; where
 * three links are good already, no more is mailed. The value's `url` is for a terminal, never for a page.
 */
export const requestReset = defineCommand({
  input: z.object({ email: emailSchema, locale: z.optional(z.enum(locales)) }),
  load: async (tx, _ctx: Context<PublicActor | SystemActor>, { email }) => {
    const person = await findAccount(tx, email)
    // Locked, so that those who ask at the same moment are counted one after the other.
    if (person) await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, person.id)).for('update')
    return person
  },
  allow: () => true,
  run: async (tx, ctx, person, { locale }) => {
    const audit = (mailed: boolean) =>
      [{ action: 'staff.reset-requested', data: { staffId: person?.id ?? null, mailed } }] as const
    if (!person || (ctx.actor.kind === 'public' && (await hasMany(tx, person.id, ctx.now)))) {
      return { ok: true, value: { url: undefined as string | undefined }, audit: audit(false) }
    }
    const { url, jobs } = await mailReset(tx, ctx, { ...person, locale: locale ?? person.locale })
    return { ok: true, value: { url }, audit: audit(true), jobs }
  },
})

async function hasMany(tx: Transaction, staffId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - RESET_MINUTES * 60_000)
  const [row] = await tx
    .select({ made: count() })
    .from(staffLink)
    .where(and(eq(staffLink.staffId, staffId), eq(staffLink.purpose, 'reset'), gt(staffLink.createdAt, since)))
  return (row?.made ?? 0) >= LINKS_AT_A_TIME
}
