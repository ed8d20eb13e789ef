import { inArray, lt } from 'drizzle-orm'
import { passkeyChallenge, requesterSession, staffLink, staffSession } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'

const DAY_MS = 86_400_000

/** How long a session, or a link to choose a password, stays after its end: nothing asks for it any more. */
const KEPT_MS = { requester: 7 * DAY_MS, staff: 30 * DAY_MS, link: 30 * DAY_MS }

/** More wait for the next minute: a sweep that deletes a month at once would hold up reminders. */
const BATCH = 5_000

const ago = (now: Date, ms: number) => new Date(now.getTime() - ms)

/** Takes away the sessions that a clinic's requesters had. Anybody who reads a mailbox can make any number of them. */
export const forgetRequesterSessions = defineCommand({
  input: z.object({}),
  load: (tx, ctx: Context<SystemActor>) => {
    const { id, expiresAt } = requesterSession
    const old = tx
      .select({ id })
      .from(requesterSession)
      .where(lt(expiresAt, ago(ctx.now, KEPT_MS.requester)))
      .limit(BATCH)
    return tx.delete(requesterSession).where(inArray(id, old)).returning({ id })
  },
  allow: () => true,
  run: async (_tx, _ctx, gone) => forgotten({ requester: gone.length }),
})

/** The same of officers, and the links by which they chose passwords: they belong to no clinic. */
export const forgetStaffSessions = defineCommand({
  input: z.object({}),
  load: async (tx, { now }: Context<SystemActor>) => {
    const sessions = tx
      .select({ id: staffSession.id })
      .from(staffSession)
      .where(lt(staffSession.expiresAt, ago(now, KEPT_MS.staff)))
      .limit(BATCH)
    const links = tx
      .select({ id: staffLink.id })
      .from(staffLink)
      .where(lt(staffLink.expiresAt, ago(now, KEPT_MS.link)))
      .limit(BATCH)
    await tx.delete(passkeyChallenge).where(lt(passkeyChallenge.expiresAt, now))
    return Promise.all([
      tx.delete(staffSession).where(inArray(staffSession.id, sessions)).returning({ id: staffSession.id }),
      tx.delete(staffLink).where(inArray(staffLink.id, links)).returning({ id: staffLink.id }),
    ])
  },
  allow: () => true,
  run: async (_tx, _ctx, [sessions, links]) => forgotten({ staff: sessions.length, links: links.length }),
})

function forgotten(rows: Record<string, number>) {
  if (Object.values(rows).every((count) => count === 0)) return { ok: false, reason: 'nothing-old' } as const
  return { ok: true, value: undefined, audit: [{ action: 'session.forgotten', data: rows }] } as const
}
