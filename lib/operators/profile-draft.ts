import { desc, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { type OperatorProfile, operatorProfileSchema } from '@/db/operators'
import { operatorProfile, profileDraft, staff } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { tellingLetters } from './neutral-words'
import { canPublishProfile } from './permissions'
import { partOf, type ProfilePart, profilePartNames } from './profile-parts'
import { changedMembers, lastVersion } from './publish-profile'

/** What keeps a draft from being published; `about` is the name of a section. */
export interface DraftFault {
  what: 'section' | 'kind' | 'category' | 'mailing' | 'part' | 'letters'
  part: ProfilePart | undefined
  about: string
}

export interface ProfileView {
  /** The draft, or what is in force where there is none. */
  profile: OperatorProfile
  draft: { changedAt: Date; changedBy: string | null; changed: ProfilePart[]; faults: DraftFault[] } | undefined
  versions: ProfileVersion[]
}

export interface ProfileVersion {
  version: number
  publishedAt: Date
  /** Null: on the server. */
  publishedBy: string | null
  /** What differs from the version before. */
  changed: ProfilePart[]
}

/** The clinic's profile as it is edited, and its versions, the newest first; throws `NotFoundError` for whoever may not publish. */
export async function getProfileView({ actor }: Context<StaffActor>): Promise<ProfileView> {
  if (!canPublishProfile(actor)) throw new NotFoundError('profile')
  return asActor(actor, async (tx) => {
    const [draft] = await tx
      .select({ profile: profileDraft.profile, changedAt: profileDraft.changedAt, changedBy: staff.name })
      .from(profileDraft)
      .leftJoin(staff, eq(staff.id, profileDraft.changedBy))
    const versions = await tx
      .select({ ...versionColumns, profile: operatorProfile.profile })
      .from(operatorProfile)
      .leftJoin(staff, eq(staff.id, operatorProfile.publishedBy))
      .orderBy(desc(operatorProfile.version))
    const inForce = found(versions[0], 'profile').profile
    return {
      profile: draft?.profile ?? inForce,
      draft: draft && {
        ...{ changedAt: draft.changedAt, changedBy: draft.changedBy },
        changed: partsOf(changedMembers(inForce, draft.profile)),
        faults: faultsOf(draft.profile),
      },
      versions: versions.map(({ profile, ...version }, at) => {
        const before = versions[at + 1]?.profile
        return { ...version, changed: before ? partsOf(changedMembers(before, profile)) : [] }
      }),
    }
  })
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

/** The clinic's draft, locked, and the version in force. */
export async function loadDraft(tx: Transaction, { actor }: Context<StaffActor>) {
  const [draft] = await tx.select().from(profileDraft).for('update')
  return { draft, version: found(await lastVersion(tx, actor.operatorId), 'profile') }
}

/** The parts that these members belong to, in the order in which parts are listed. */
const partsOf = (members: readonly string[]): ProfilePart[] =>
  profilePartNames.filter((part) => members.some((member) => partOf(member) === part))

const wholes: Record<string, DraftFault> = {
  'a kind is offered twice': { what: 'kind', part: 'kinds', about: '' },
  'a data category is listed twice': { what: 'category', part: 'dataCategories', about: '' },
  'withdrawal of mailings needs channels, and channels need the scope': { what: 'mailing', part: 'kinds', about: '' },
}

/** What is wrong with a profile whose parts are right each, or were not looked at yet. */
export function faultsOf(profile: OperatorProfile): DraftFault[] {
  const issues = operatorProfileSchema.safeParse(profile).error?.issues ?? []
  // Of another name or address, what was neutral may be so no more.
  const telling: DraftFault[] =
    issues.length === 0 && tellingLetters(profile).length > 0 ? [{ what: 'letters', part: 'letters', about: '' }] : []
  const unfit = issues.map(({ path, message }): DraftFault => {
    const section = /^unknown section (.*)$/.exec(message)?.[1]
    if (section !== undefined) return { what: 'section', part: 'sections', about: section }
    return wholes[message] ?? { what: 'part', part: partOf(String(path[0])), about: String(path[0]) }
  })
  return [...unfit, ...telling]
}
