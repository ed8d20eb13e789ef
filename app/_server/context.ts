import { getLocale } from 'next-intl/server'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Locale, StaffRole } from '@/db/enums'
import { INSTALLATION, type PublicActor, type RequesterActor, type StaffActor } from '@/lib/core/actor'
import { type Context, contextFor } from '@/lib/core/context'
import { officersPath, PATH_HEADER, paths } from '@/lib/core/links'
import { findOperator, listOperators, type Operator } from '@/lib/operators/queries'
import { owesSecondFactor } from '@/lib/people/demand-second-factor'
import { owesProvider } from '@/lib/sign-on/permissions'
import { findRequester, findStaff, type SignedInStaff } from '@/lib/sessions/queries'
import { readRequesterCookie, readStaffToken } from './session'
import { clientSource } from './source'

// The only place that makes an actor of a session. Each function runs once a request, however many components ask.

/** The language of the page that is shown, or that a form was sent from: its URL tells. */
export const currentLocale = cache(async (): Promise<Locale> => ((await getLocale()) === 'en' ? 'en' : 'ru'))

export interface PublicScope {
  ctx: Context<PublicActor>
  operator: Operator
}

/** Anybody on a clinic's pages. Ends in 404 where there is no such clinic. */
export const publicContext = cache(async (slug: string): Promise<PublicScope> => {
  const operator = (await findOperator(slug)) ?? notFound()
  const actor = { kind: 'public', operatorId: operator.id } as const
  return { operator, ctx: contextFor(actor, operator.timeZone, new Date(), await clientSource()) }
})

/** Anybody before any clinic: signing in. */
export const installationContext = (): Context<PublicActor> =>
  contextFor({ kind: 'public', operatorId: INSTALLATION }, 'UTC', new Date())

/** Who is signed in, read from the database at every request: a session ended or an officer dismissed is nobody. */
export const findSignedIn = cache(async (): Promise<SignedInStaff | undefined> => {
  const token = await readStaffToken()
  return token ? findStaff(token, new Date()) : undefined
})

/** Who is signed in; everybody else is led to the sign-in page, and from there back to this one. */
export async function requireSignedIn(): Promise<SignedInStaff> {
  const locale = await currentLocale()
  const next = officersPath((await headers()).get(PATH_HEADER), locale)
  return (await findSignedIn()) ?? redirect(paths.signIn(locale, next))
}

function actorAt(staff: SignedInStaff, operatorId: string, role: StaffRole): StaffActor {
  const { staffId, sessionId, name, provenAt, providerId } = staff
  return { kind: 'staff', operatorId, staffId, sessionId, name, provenAt, providerId, role }
}

/** Whoever is signed in, at no clinic in particular: as an auditor of the installation, who may change nothing there. */
export async function signedInContext(): Promise<Context<StaffActor>> {
  return contextFor(actorAt(await requireSignedIn(), INSTALLATION, 'auditor'), 'UTC', new Date())
}

/** What somebody is at a clinic: what their membership says, or an admin, who runs the installation; undefined for a stranger. */
export const roleAt = ({ memberships, isAdmin }: SignedInStaff, operatorId: string): StaffRole | undefined =>
  memberships.find((membership) => membership.operatorId === operatorId)?.role ?? (isAdmin ? 'admin' : undefined)

/** Whoever is signed in, at the installation: as its admin who runs it, as an auditor everybody else. */
export const installationStaffContext = cache(async (): Promise<Context<StaffActor>> => {
  const staff = await requireSignedIn()
  // What is kept here, the production calendar, is Russia's.
  return contextFor(actorAt(staff, INSTALLATION, staff.isAdmin ? 'admin' : 'auditor'), 'Europe/Moscow', new Date())
})

export interface StaffScope {
  ctx: Context<StaffActor>
  operator: Operator
  staff: SignedInStaff
}

/**
 * An officer at work for one clinic. A clinic that is not theirs is answered as one that does not exist; whoever lacks a
 * second step that it demands is led to where one is turned on, and whom its provider has yet to name to that.
 */
export const staffContext = cache(async (slug: string): Promise<StaffScope> => {
  const staff = await requireSignedIn()
  const scope = (await scopeOf(staff, slug)) ?? notFound()
  const locale = await currentLocale()
  if (owesStep(scope)) redirect(paths.secondFactor(locale))
  if (owesProvider(scope.staff, scope.operator)) {
    redirect(paths.signInAt(locale, slug, officersPath((await headers()).get(PATH_HEADER), locale)))
  }
  return scope
})

/** The clinic demands a second step of signing in, and this person has none yet. */
const owesStep = ({ staff, operator, ctx }: StaffScope): boolean => owesSecondFactor(staff, operator, ctx.today)

/** As `staffContext`, for route handlers: undefined for whoever is not the clinic's, or is held back. */
export async function findStaffContext(slug: string): Promise<StaffScope | undefined> {
  const staff = await findSignedIn()
  const scope = staff && (await scopeOf(staff, slug))
  return scope && !owesStep(scope) && !owesProvider(scope.staff, scope.operator) ? scope : undefined
}

/** What keeps whoever is signed in from working there: a second step that they lack, or a provider that has yet to name them. */
export async function heldBackAt(slug: string): Promise<'second-factor-needed' | 'session-ended' | undefined> {
  const staff = await findSignedIn()
  const scope = staff && (await scopeOf(staff, slug))
  if (!scope) return undefined
  if (owesStep(scope)) return 'second-factor-needed'
  return owesProvider(scope.staff, scope.operator) ? 'session-ended' : undefined
}

/** The clinics of somebody that demand a second step, now or from a day to come, the first day first. */
export async function demandingClinics(staff: SignedInStaff): Promise<Operator[]> {
  const mine = (await listOperators()).filter(({ id, secondFactorFrom }) => secondFactorFrom && roleAt(staff, id))
  return mine.toSorted((a, b) => String(a.secondFactorFrom).localeCompare(String(b.secondFactorFrom)))
}

/** Whoever is signed in, at a clinic where they are nobody yet: as an auditor there, to answer what it offers them. */
export const offeredContext = cache(async (slug: string): Promise<Omit<StaffScope, 'staff'>> => {
  const staff = await requireSignedIn()
  const operator = (await findOperator(slug)) ?? notFound()
  return { operator, ctx: contextFor(actorAt(staff, operator.id, 'auditor'), operator.timeZone, new Date()) }
})

async function scopeOf(staff: SignedInStaff, slug: string): Promise<StaffScope | undefined> {
  const operator = await findOperator(slug)
  const role = operator && roleAt(staff, operator.id)
  if (!role) return undefined
  return { operator, staff, ctx: contextFor(actorAt(staff, operator.id, role), operator.timeZone, new Date()) }
}

export interface RequesterScope {
  ctx: Context<RequesterActor>
  operator: Operator
}

/** As `findRequesterContext`, for the pages of one case: everybody else is led to where one asks for its code. */
export async function requireRequester(slug: string, reference: string): Promise<RequesterScope> {
  const open = await findRequesterContext(slug)
  if (open?.reference === reference) return open
  // The number came with a link or was typed: whoever lacks the code need not type it again.
  redirect(`${paths.findCase(await currentLocale(), slug)}?number=${encodeURIComponent(reference)}`)
}

/** The person of one request of the clinic, with the request's number; undefined for whoever has none. */
export const findRequesterContext = cache(
  async (slug: string): Promise<(RequesterScope & { reference: string }) | undefined> => {
    const cookie = await readRequesterCookie()
    if (cookie?.slug !== slug) return undefined
    const operator = await findOperator(slug)
    const actor = operator && (await findRequester(operator.id, cookie.token, new Date()))
    if (!actor) return undefined
    return { operator, reference: cookie.reference, ctx: contextFor(actor, operator.timeZone, new Date()) }
  },
)
