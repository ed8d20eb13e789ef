import { and, eq, isNull } from 'drizzle-orm'
import { staff, staffLink } from '@/db/schema'
import { INSTALLATION, type PublicActor } from '@/lib/core/actor'
import { defineCommand, execute, fieldIssues, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { hashPassword } from '@/lib/sessions/passwords'
import { hasSecondFactor } from '@/lib/sessions/prove-code'
import { type SecondStepTicket, secondStepTicket } from '@/lib/sessions/second-step'
import { dropGuards } from '@/lib/sessions/sign-in-guard'
import { type Browser, type StartedSession, startSession } from '@/lib/sessions/start-session'
import { searchHash } from '@/lib/vault/search-hash'
import { atMost } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { findLink } from './links'
import { endAccess } from './memberships'
import { mailChanged } from './reset-mails'
import { passwordSchema } from './schemas'
import { findPasswordFault } from './weak-password'

const input = z.object({ token: z.string('required').check(atMost(100)), password: passwordSchema })

/** What the page behind a link shows; undefined where the link works no more. */
export function findChoice(ctx: Context<PublicActor>, token: string) {
  return asActor(ctx.actor, async (tx) => {
    const link = await findLink(tx, token, ctx.now)
    return link && { purpose: link.purpose, email: link.person.email, name: link.person.name }
  })
}

/** A mailbox is one factor: whoever has a second one is asked for it. */
export type Chosen = ({ signedIn: true } & StartedSession) | ({ signedIn: false } & SecondStepTicket)

/**
 * The reader of a mailed link chooses a password and is signed in with it. The password is hashed before the transaction
 * that uses the link up; of two that use it at the same moment, one is in time.
 */
export async function choosePassword(
  ctx: Context<PublicActor>,
  rawInput: unknown,
  browser: Browser,
): Promise<Result<Chosen, 'link-ended'>> {
  const parsed = z.safeParse(input, rawInput)
  if (!parsed.success) return { ok: false, reason: 'invalid', fields: fieldIssues(parsed.error) }
  const { token, password } = parsed.data
  const choice = await findChoice(ctx, token)
  if (!choice) return { ok: false, reason: 'link-ended' }
  const fault = await findPasswordFault(password, [choice.name, choice.email])
  if (fault) return { ok: false, reason: 'invalid', fields: { password: [fault] } }
  return execute(storeChoice, ctx, { token, passwordHash: await hashPassword(password), ...browser })
}

const storeChoice = defineCommand({
  input: z.object({
    token: z.string(),
    passwordHash: z.string(),
    deviceTokens: z.array(z.string()),
    userAgent: z.optional(z.string()),
  }),
  load: async (tx, ctx: Context<PublicActor>, { token }) => {
    const link = await findLink(tx, token, ctx.now)
    const [mine] = link
      ? await tx
          .update(staffLink)
          .set({ endedAt: ctx.now })
          .where(and(eq(staffLink.id, link.id), isNull(staffLink.endedAt)))
          .returning({ id: staffLink.id })
      : []
    return mine && link
  },
  allow: () => true,
  run: async (tx, ctx, link, { passwordHash, ...browser }) => {
    if (!link) return { ok: false, reason: 'link-ended' }
    const { id: staffId, email, joinedAt } = link.person
    await tx
      .update(staff)
      .set({ passwordHash, joinedAt: joinedAt ?? ctx.now })
      .where(eq(staff.id, staffId))
    await endAccess(tx, staffId, ctx.now)
    // Whoever reads the mailbox is the owner: what strangers tried keeps them out no longer.
    await dropGuards(tx, searchHash('email', INSTALLATION, email))
    const asksCode = await hasSecondFactor(tx, staffId)
    const chosen: Chosen = asksCode
      ? { signedIn: false, ...secondStepTicket({ ...link.person, passwordHash }, ctx.now) }
      : { signedIn: true, ...(await startSession(tx, staffId, browser, ctx.now)) }
    return {
      ok: true,
      value: chosen,
      audit: [
        { action: 'staff.password-chosen', data: { staffId, purpose: link.purpose } },
        { action: asksCode ? 'session.second-step-asked' : 'session.staff-started', data: { staffId } },
      ],
      // Whoever comes for the first time has just been written to.
      jobs: joinedAt === null ? [] : await mailChanged(tx, ctx, link.person),
    }
  },
})
