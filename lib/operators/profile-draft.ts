import { isDeepStrictEqual } from 'node:util'
import { desc, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { type OperatorProfile, operatorProfileSchema, type ProfileMisfit } from '@/db/operators'
import { operator, operatorProfile, profileDraft, staff } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { listColleagues } from '@/lib/people/queries'
import { lacksScope } from './rules'
import { tellingLetters } from './neutral-words'
import { canPublishProfile } from './permissions'
import { membersOf, partOf, type ProfilePart, profilePartNames } from './profile-parts'
import { changedMembers, lastVersion } from './publish-profile'

/** What keeps a draft from being published; `about` is the name of a section. */
export interface DraftFault {
  what: ProfileMisfit | 'part' | 'letters' | 'scope'
  part: ProfilePart | undefined
  about: string
  /** The parts that cite a section which is not there. */
  citedIn?: ProfilePart[]
}

export interface ProfileView {
  /** The draft, or what is in force where there is none. */
  profile: OperatorProfile
  draft: { changedAt: Date; changedBy: string | null; changed: ProfilePart[]; faults: DraftFault[] } | undefined
  /** Whether anybody works on requests there. */
  isStaffed: boolean
  /** What is in force. */
  inForce: OperatorProfile
  versions: ProfileVersion[]
}

export interface ProfileVersion {
  version: number
  publishedAt: Date
  /** Null: on the server. */
  publishedBy: string | null
  profile: OperatorProfile
  /** The version before; undefined for the first, and for the last of so many that are listed. */
  before: OperatorProfile | undefined
}

/** As many of the latest versions as are listed. */
const LISTED = 30

/** The clinic's profile as it is edited, and its versions, the newest first; throws `NotFoundError` for whoever may not publish. */
export async function getProfileView({ actor }: Context<StaffActor>): Promise<ProfileView> {
  if (!canPublishProfile(actor)) throw new NotFoundError('profile')
  return asActor(actor, async (tx) => {
    const versions = await tx
      .select({ ...versionColumns, profile: operatorProfile.profile })
      .from(operatorProfile)
      .leftJoin(staff, eq(staff.id, operatorProfile.publishedBy))
      .orderBy(desc(operatorProfile.version))
      .limit(LISTED + 1)
    const inForce = found(versions[0], 'profile')
    const draft = await draftOver(tx, inForce)
    return {
      profile: draft?.profile ?? inForce.profile,
      inForce: inForce.profile,
      isStaffed: (await listColleagues(tx, actor.operatorId)).length > 0,
      draft: draft && {
        ...{ changedAt: draft.changedAt, changedBy: await nameOf(tx, draft.changedBy) },
        changed: partsOf(changedMembers(inForce.profile, draft.profile)),
        faults: faultsOf(draft.profile),
      },
      versions: versions.slice(0, LISTED).map((version, at) => ({ ...version, before: versions[at + 1]?.profile })),
    }
  })
}

async function nameOf(tx: Transaction, staffId: string): Promise<string | null> {
  const [row] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
  return row?.name ?? null
}

const versionColumns = {
  version: operatorProfile.version,
  publishedAt: operatorProfile.publishedAt,
  publishedBy: staff.name,
}

/** One version as it was published. Throws `NotFoundError`. */
export async function getProfileVersion({ actor }: Context<StaffActor>, version: number): Promise<OperatorProfile> {
  if (!canPublishProfile(actor)) throw new NotFoundError('profile')
  const profile = await asActor(actor, (tx) => findVersion(tx, version))
  return found(profile, 'profile')
}

export async function findVersion(tx: Transaction, version: number): Promise<OperatorProfile | undefined> {
  const [row] = await tx
    .select({ profile: operatorProfile.profile })
    .from(operatorProfile)
    .where(eq(operatorProfile.version, version))
  return row?.profile
}

/**
 * The clinic's draft and the version in force; the clinic itself is locked, since of two first saves at once neither would
 * find a draft to lock.
 */
export async function loadDraft(tx: Transaction, { actor }: Context<StaffActor>) {
  await tx.select({ id: operator.id }).from(operator).where(eq(operator.id, actor.operatorId)).for('no key update')
  const version = found(await lastVersion(tx, actor.operatorId), 'profile')
  return { draft: await draftOver(tx, version), version }
}

/** The draft as it stands over what is in force now: that may be newer than what the draft began from, by an import on the server. */
async function draftOver(tx: Transaction, inForce: { version: number; profile: OperatorProfile }) {
  const [draft] = await tx.select().from(profileDraft)
  if (!draft || draft.basedOn === inForce.version) return draft
  const base = found(await findVersion(tx, draft.basedOn), 'profile')
  return { ...draft, profile: rebased(draft.profile, base, inForce.profile) }
}

/** What is in force, with those of its parts that `changed` has otherwise than `base`. */
export function rebased(changed: OperatorProfile, base: OperatorProfile, inForce: OperatorProfile): OperatorProfile {
  const own = profilePartNames.flatMap(membersOf).filter((name) => !isDeepStrictEqual(changed[name], base[name]))
  return { ...inForce, ...Object.fromEntries(own.map((name) => [name, changed[name]])) }
}

/** The parts that these members belong to, in the order in which parts are listed. */
const partsOf = (members: readonly string[]): ProfilePart[] =>
  profilePartNames.filter((part) => members.some((member) => partOf(member) === part))

const misfits: Record<ProfileMisfit, ProfilePart> = {
  section: 'sections',
  kind: 'kinds',
  category: 'dataCategories',
  mailing: 'kinds',
}

/** What is wrong with a profile whose parts are right each, or were not looked at yet. */
export function faultsOf(profile: OperatorProfile): DraftFault[] {
  const issues = operatorProfileSchema.safeParse(profile).error?.issues ?? []
  // Of another name or address, what was neutral may be so no more.
  const telling: DraftFault[] =
    issues.length === 0 && Object.keys(tellingLetters(profile)).length > 0
      ? [{ what: 'letters', part: 'letters', about: '' }]
      : []
  const unfit = issues.map((issue): DraftFault => {
    const { what, about, by } = (issue.code === 'custom' && issue.params) || {}
    const part = misfits[what as ProfileMisfit]
    if (!part) return { what: 'part', part: partOf(String(issue.path[0])), about: String(issue.path[0]) }
    const citing = what === 'section' ? partOf(String(by)) : undefined
    return { what: what as ProfileMisfit, part, about: String(about), ...(citing && { citedIn: [citing] }) }
  })
  const scopeless: DraftFault[] = lacksScope(profile) ? [{ what: 'scope', part: 'kinds', about: '' }] : []
  return [...onceEach(unfit), ...scopeless, ...telling]
}

/** The same fault of several parts is told once. */
function onceEach(faults: readonly DraftFault[]): DraftFault[] {
  const groups = Map.groupBy(faults, ({ what, part, about }) => JSON.stringify([what, part, about]))
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const citedIn = [first, ...rest].flatMap((fault) => fault.citedIn ?? [])
    return [{ ...first, ...(citedIn.length > 0 && { citedIn }) }]
  })
}
