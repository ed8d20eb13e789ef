import { and, eq, gt, isNull } from 'drizzle-orm'
import { ask, inScope } from '@/db/client'
import type { Locale, StaffRole } from '@/db/enums'
import { provider, requesterSession, staff, staffMembership, staffSession, staffTotp } from '@/db/schema'
import { INSTALLATION, type RequesterActor } from '@/lib/core/actor'
import { getDatabase } from '@/lib/core/database'
import { hashToken } from './secret-token'

export interface SignedInStaff {
  staffId: string
  sessionId: string
  name: string
  locale: Locale
  /** Runs the installation. */
  isAdmin: boolean
  /** The provider that signed them in; null for a password. */
  providerId: string | null
  hasSecondFactor: boolean
  /** When they last proved who they are. */
  provenAt: Date | null
  /** What they are at which clinic, as far as this session goes: of a clinic's provider, it opens that clinic alone. */
  memberships: { operatorId: string; role: StaffRole }[]
}

/** Whose session a token is; undefined once it has ended, expired, or the officer was dismissed. Asked at every request. */
export async function findStaff(token: string, now: Date): Promise<SignedInStaff | undefined> {
  const [row] = await ask(getDatabase(), (db) =>
    db
      .select({
        staffId: staff.id,
        sessionId: staffSession.id,
        name: staff.name,
        locale: staff.locale,
        isAdmin: staff.isAdmin,
        lastSeenAt: staffSession.lastSeenAt,
        confirmedAt: staffTotp.confirmedAt,
        provenAt: staffSession.provenAt,
        providerId: staffSession.providerId,
      })
      .from(staffSession)
      .innerJoin(staff, eq(staff.id, staffSession.staffId))
      .leftJoin(staffTotp, eq(staffTotp.staffId, staff.id))
      .where(
        and(
          eq(staffSession.tokenHash, hashToken(token)),
          isNull(staffSession.endedAt),
          gt(staffSession.expiresAt, now),
          isNull(staff.dismissedAt),
        ),
      ),
  )
  if (!row) return undefined
  await noteSeen(row, now)
  const { lastSeenAt: _, confirmedAt, ...person } = row
  const scope = { staffId: row.staffId, operatorId: INSTALLATION }
  const { memberships, through } = await inScope(getDatabase(), scope, async (tx) => ({
    memberships: await tx
      .select({ operatorId: staffMembership.operatorId, role: staffMembership.role })
      .from(staffMembership)
      .where(eq(staffMembership.staffId, row.staffId)),
    through: row.providerId === null ? [] : await tx.select().from(provider).where(eq(provider.id, row.providerId)),
  }))
  const hasSecondFactor = confirmedAt !== null
  if (person.providerId === null) return { ...person, hasSecondFactor, memberships }
  // A clinic's provider says who its people are, and nothing of others or of the installation.
  const own = memberships.filter(({ operatorId }) => operatorId === through[0]?.operatorId)
  return { ...person, hasSecondFactor, isAdmin: false, memberships: own }
}

const SEEN_MS = 5 * 60_000

/** When a session was last used, to five minutes: its owner looks at it, and a click is no write. */
async function noteSeen(session: { sessionId: string; lastSeenAt: Date | null }, now: Date): Promise<void> {
  if (session.lastSeenAt && now.getTime() - session.lastSeenAt.getTime() < SEEN_MS) return
  await ask(getDatabase(), (db) =>
    db.update(staffSession).set({ lastSeenAt: now }).where(eq(staffSession.id, session.sessionId)),
  )
}

/** The person behind a token that a one-time code gave, within the clinic it was given for. */
export async function findRequester(operatorId: string, token: string, now: Date): Promise<RequesterActor | undefined> {
  const [row] = await inScope(getDatabase(), { operatorId }, (tx) =>
    tx
      .select({ sessionId: requesterSession.id, requestId: requesterSession.requestId })
      .from(requesterSession)
      .where(
        and(
          eq(requesterSession.tokenHash, hashToken(token)),
          isNull(requesterSession.endedAt),
          gt(requesterSession.expiresAt, now),
        ),
      ),
  )
  return row && { kind: 'requester', operatorId, ...row }
}
