import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import { locales } from '@/db/enums'
import { staff, staffSession } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, execute, fieldIssues, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found } from '@/lib/core/errors'
import { hashPassword } from '@/lib/sessions/passwords'
import { atMost } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { endLinks } from './links'
import { readOwn, tryOwnPassword } from './own-password'
import { mailChanged } from './reset-mails'
import { nameSchema, passwordSchema } from './schemas'
import { findPasswordFault } from './weak-password'

type Own = Context<StaffActor>

/** The account of whoever is signed in, with the sessions that are open: this one first, then the newest. */
export function getOwnAccount({ actor, now }: Own) {
  return asActor(actor, async (tx) => {
    const [person] = await tx
      .select({ name: staff.name, email: staff.email, locale: staff.locale })
      .from(staff)
      .where(eq(staff.id, actor.staffId))
    const sessions = await tx
      .select({
        id: staffSession.id,
        device: staffSession.device,
        createdAt: staffSession.createdAt,
        lastSeenAt: staffSession.lastSeenAt,
      })
      .from(staffSession)
      .where(
        and(eq(staffSession.staffId, actor.staffId), isNull(staffSession.endedAt), gt(staffSession.expiresAt, now)),
      )
      .orderBy(desc(staffSession.createdAt))
    const isThis = ({ id }: { id: string }) => id === actor.sessionId
    return {
      ...found(person, 'account'),
      sessions: [...sessions.filter(isThis), ...sessions.filter((each) => !isThis(each))].map((session) => ({
        ...session,
        isThis: isThis(session),
      })),
    }
  })
}

/** What colleagues call the person, and the language of their letters. */
export const changeOwnProfile = defineCommand({
  input: z.object({ name: nameSchema, locale: z.enum(locales, 'badChoice') }),
  load: async (_tx, ctx: Own) => ctx.actor.staffId,
  allow: () => true,
  run: async (tx, _ctx, staffId, changes) => {
    await tx.update(staff).set(changes).where(eq(staff.id, staffId))
    return { ok: true, value: undefined, audit: [{ action: 'staff.profile-changed', data: { staffId } }] }
  },
})

const passwords = z.object({
  password: z.string('required').check(z.minLength(1, 'required'), atMost(500)),
  newPassword: passwordSchema,
})

/** A new password, for whoever knows the old one: every other session is over. Hashed outside of any transaction. */
export async function changeOwnPassword(ctx: Own, rawInput: unknown): Promise<Result<undefined, 'busy' | 'locked'>> {
  const parsed = z.safeParse(passwords, rawInput)
  if (!parsed.success) return { ok: false, reason: 'invalid', fields: fieldIssues(parsed.error) }
  const { password, newPassword } = parsed.data
  const tried = await tryOwnPassword(ctx, password)
  if (!tried.ok) return tried
  if (tried.value.is === 'locked') return { ok: false, reason: 'locked' }
  if (tried.value.is === 'wrong') return { ok: false, reason: 'invalid', fields: { password: ['passwordWrong'] } }
  const before = tried.value.hash
  const person = await asActor(ctx.actor, (tx) => readOwn(tx, ctx))
  const fault = await findPasswordFault(newPassword, [person.name, person.email])
  if (fault) return { ok: false, reason: 'invalid', fields: { newPassword: [fault] } }
  return execute(storeOwnPassword, ctx, { before, passwordHash: await hashPassword(newPassword) })
}

const storeOwnPassword = defineCommand({
  input: z.object({ before: z.nullable(z.string()), passwordHash: z.string() }),
  load: async (tx, ctx: Own) => {
    const [row] = await tx.select().from(staff).where(eq(staff.id, ctx.actor.staffId)).for('update')
    return found(row, 'account')
  },
  // Another password meanwhile: what was typed proves nothing any more.
  allow: (_actor, person, { before }) => person.passwordHash === before,
  run: async (tx, ctx, person, { passwordHash }) => {
    const { id: staffId } = person
    await tx.update(staff).set({ passwordHash }).where(eq(staff.id, staffId))
    await endLinks(tx, staffId, ctx.now)
    await tx.update(staffSession).set({ endedAt: ctx.now }).where(others(ctx))
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'staff.password-changed', data: { staffId } }],
      jobs: await mailChanged(tx, ctx, person),
    }
  },
})

const others = ({ actor }: Own) =>
  and(eq(staffSession.staffId, actor.staffId), ne(staffSession.id, actor.sessionId), isNull(staffSession.endedAt))

/** Ends one of the own sessions, or all but this one. Somebody else's is not found. */
export const endOwnSessions = defineCommand({
  input: z.object({ session: z.union([z.uuid(), z.literal('others')]) }),
  load: async (tx, ctx: Own, { session }) => {
    const which = session === 'others' ? others(ctx) : and(others(ctx), eq(staffSession.id, session))
    return tx.update(staffSession).set({ endedAt: ctx.now }).where(which).returning({ id: staffSession.id })
  },
  allow: () => true,
  run: async (_tx, _ctx, ended) => {
    if (ended.length === 0) return { ok: false, reason: 'ended-already' }
    return { ok: true, value: undefined, audit: [{ action: 'session.ended', data: { sessions: ended.length } }] }
  },
})
