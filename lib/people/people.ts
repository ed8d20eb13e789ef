import { and, asc, eq, gt, inArray, isNotNull, isNull, max, sum } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { StaffRole } from '@/db/enums'
import {
  formerMembership,
  queueCount,
  request,
  signInGuard,
  staff,
  staffLink,
  staffMembership,
  staffTotp,
} from '@/db/schema'
import { INSTALLATION, type StaffActor } from '@/lib/core/actor'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { searchHash } from '@/lib/vault/search-hash'
import { type AccountState, stateOf } from './everybody'
import { listOffered, type Offered } from './offers'
import { canChange, canManagePeople, isSelf } from './permissions'
import { listColleagues } from './queries'

/** Somebody who works for a clinic, or has been invited to. */
export interface Member {
  id: string
  name: string
  email: string
  role: StaffRole
  state: AccountState
  /** Until when the link of an invitation works; null where none does. */
  invitedUntil: Date | null
  /** Until when wrong passwords keep unknown devices, or some place, out. */
  lockedUntil: Date | null
  /** Signing in asks them for a code. */
  hasSecondFactor: boolean
  openCases: number
  isSelf: boolean
  /** Whether this actor may change what they are, and dismiss them. */
  changeable: boolean
}

export interface FormerMember {
  id: string
  name: string
  email: string
  role: StaffRole
  dismissedAt: Date
  changeable: boolean
}

type Reader = Context<StaffActor>

/** Who works for the clinic, who was asked to, and who did, for those who look after them. */
export async function listPeople(
  ctx: Reader,
): Promise<{ members: Member[]; offered: (Offered & { changeable: boolean })[]; former: FormerMember[] }> {
  if (!canManagePeople(ctx.actor)) throw new NotFoundError('people')
  return asActor(ctx.actor, async (tx) => {
    const { operatorId } = ctx.actor
    const former = await tx
      .select({
        ...{ id: staff.id, name: staff.name, email: staff.email },
        ...{ role: formerMembership.role, dismissedAt: formerMembership.dismissedAt },
      })
      .from(formerMembership)
      .innerJoin(staff, eq(staff.id, formerMembership.staffId))
      .where(eq(formerMembership.operatorId, operatorId))
      .orderBy(asc(staff.name))
    const offered = await listOffered(tx, operatorId)
    return {
      members: await readMembers(tx, ctx),
      offered: offered.map((person) => ({ ...person, changeable: canChange(ctx.actor, person.role) })),
      former: former.map((person) => ({ ...person, changeable: canChange(ctx.actor, person.role) })),
    }
  })
}

async function readMembers(tx: Transaction, { actor, now }: Reader): Promise<Member[]> {
  const rows = await tx
    .select({ person: staff, role: staffMembership.role })
    .from(staffMembership)
    .innerJoin(staff, eq(staff.id, staffMembership.staffId))
    .where(eq(staffMembership.operatorId, actor.operatorId))
    .orderBy(asc(staff.name))
  const ids = rows.map(({ person }) => person.id)
  const [invited, locked, secured, cases] = [
    await readInvitations(tx, ids, now),
    await readLocks(tx, rows, now),
    await readSecured(tx, ids),
    await countCases(tx, actor.operatorId),
  ]
  return rows.map(({ person, role }) => ({
    ...{ id: person.id, name: person.name, email: person.email, role },
    state: stateOf(person),
    invitedUntil: invited.get(person.id) ?? null,
    lockedUntil: locked.get(person.id) ?? null,
    hasSecondFactor: secured.has(person.id),
    openCases: cases.get(person.id) ?? 0,
    isSelf: isSelf(actor, person.id),
    changeable: canChange(actor, role) && !isSelf(actor, person.id),
  }))
}

async function readInvitations(tx: Transaction, ids: readonly string[], now: Date): Promise<Map<string, Date | null>> {
  const rows = await tx
    .select({ staffId: staffLink.staffId, until: max(staffLink.expiresAt) })
    .from(staffLink)
    .where(
      and(
        inArray(staffLink.staffId, [...ids]),
        eq(staffLink.purpose, 'invitation'),
        isNull(staffLink.endedAt),
        gt(staffLink.expiresAt, now),
      ),
    )
    .groupBy(staffLink.staffId)
  return new Map(rows.map(({ staffId, until }) => [staffId, until]))
}

async function readLocks(
  tx: Transaction,
  rows: readonly { person: { id: string; email: string } }[],
  now: Date,
): Promise<Map<string, Date>> {
  const people = rows.map(({ person: { id, email } }) => ({ id, hash: searchHash('email', INSTALLATION, email) }))
  const guards = await tx
    .select({ hash: signInGuard.emailHash, until: max(signInGuard.lockedUntil) })
    .from(signInGuard)
    .where(
      and(
        inArray(
          signInGuard.emailHash,
          people.map(({ hash }) => hash),
        ),
        gt(signInGuard.lockedUntil, now),
      ),
    )
    .groupBy(signInGuard.emailHash)
  return new Map(
    guards.flatMap(({ hash, until }) => {
      const person = people.find((each) => each.hash.equals(hash))
      return person && until ? [[person.id, until] as const] : []
    }),
  )
}

async function readSecured(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ staffId: staffTotp.staffId })
    .from(staffTotp)
    .where(and(inArray(staffTotp.staffId, [...ids]), isNotNull(staffTotp.confirmedAt)))
  return new Set(rows.map(({ staffId }) => staffId))
}

async function countCases(tx: Transaction, operatorId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ staffId: queueCount.assigneeId, cases: sum(queueCount.count).mapWith(Number) })
    .from(queueCount)
    .where(eq(queueCount.operatorId, operatorId))
    .groupBy(queueCount.assigneeId)
  return new Map(rows.map(({ staffId, cases }) => [staffId, cases]))
}

/** So many cases of somebody are decided on one by one; the rest go where the rest goes. */
const MOST_CASES = 200

export interface Person extends Member {
  /** The most urgent first. */
  cases: { id: string; reference: string; dueOn: CalendarDate }[]
  /** Who may get them. */
  heirs: { id: string; name: string }[]
}

/** One of the clinic's people, with the cases that have to go elsewhere when they go. Throws `NotFoundError`. */
export async function getPerson(ctx: Reader, staffId: string): Promise<Person> {
  if (!canManagePeople(ctx.actor)) throw new NotFoundError('person')
  return asActor(ctx.actor, async (tx) => {
    const member = found(
      (await readMembers(tx, ctx)).find(({ id }) => id === staffId),
      'person',
    )
    const cases = await tx
      .select({ id: request.id, reference: request.reference, dueOn: request.nextDueOn })
      .from(request)
      .where(
        and(
          eq(request.operatorId, ctx.actor.operatorId),
          eq(request.assigneeId, staffId),
          isNotNull(request.nextDueOn),
          isNull(request.closedOn),
        ),
      )
      .orderBy(asc(request.nextDueOn), asc(request.id))
      .limit(MOST_CASES)
    const colleagues = await listColleagues(tx, ctx.actor.operatorId)
    return {
      ...member,
      cases: cases.flatMap(({ dueOn, ...rest }) => (dueOn ? [{ ...rest, dueOn }] : [])),
      heirs: colleagues.filter(({ id }) => id !== staffId).map(({ id, name }) => ({ id, name })),
    }
  })
}
