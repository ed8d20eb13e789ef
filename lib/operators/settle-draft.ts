import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { profileDraft } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { canPublishProfile } from './permissions'
import { faultsOf, findVersion, loadDraft, rebased } from './profile-draft'
import { markOf } from './profile-form'
import { loadPublication, publish, type Unpublishable } from './publish-profile'

type Published = Success<{ version: number }> | Refusal<Unpublishable | 'no-draft' | 'newer-version' | 'incomplete'>

/** Publishes the draft as the clinic's next version, as it was seen (`seen` is its mark). */
export const publishDraft = defineCommand({
  needsRecentProof: true,
  input: z.object({ seen: z.string() }),
  load: async (tx, ctx: Context<StaffActor>) => {
    const { draft, version } = await loadDraft(tx, ctx)
    return { draft, publication: await loadPublication(tx, ctx, version.profile) }
  },
  allow: canPublishProfile,
  run: async (tx, ctx, { draft, publication }, { seen }): Promise<Published> => {
    if (!draft) return { ok: false, reason: 'no-draft' }
    if (markOf(draft.profile) !== seen) return { ok: false, reason: 'newer-version' }
    if (faultsOf(draft.profile).length > 0) return { ok: false, reason: 'incomplete' }
    const published = await publish(tx, ctx, publication, draft.profile)
    if (published.ok) await tx.delete(profileDraft).where(eq(profileDraft.operatorId, draft.operatorId))
    return published
  },
})

/** Throws the draft away; what is in force stays. */
export const discardDraft = defineCommand({
  input: z.object({ seen: z.string() }),
  load: (tx, ctx: Context<StaffActor>) => loadDraft(tx, ctx),
  allow: canPublishProfile,
  run: async (tx, _ctx, { draft }, { seen }) => {
    if (!draft) return { ok: false, reason: 'no-draft' }
    if (markOf(draft.profile) !== seen) return { ok: false, reason: 'newer-version' }
    await tx.delete(profileDraft).where(eq(profileDraft.operatorId, draft.operatorId))
    return { ok: true, value: undefined, audit: [{ action: 'clinic.draft-discarded' }] }
  },
})

/** Begins a draft with an earlier version, to be looked at and published again. */
export const restoreVersion = defineCommand({
  input: z.object({ version: z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number)) }),
  load: async (tx, ctx: Context<StaffActor>, { version }) => ({
    ...(await loadDraft(tx, ctx)),
    wanted: found(await findVersion(tx, version), 'profile'),
  }),
  allow: canPublishProfile,
  run: async (tx, { actor, now }, { draft, version, wanted }, input) => {
    if (draft) return { ok: false, reason: 'draft-there' }
    // Address, register's code and terms have ways of their own: they stay as they are.
    const profile = rebased(wanted, version.profile, version.profile)
    if (isDeepStrictEqual(profile, version.profile)) return { ok: false, reason: 'unchanged' }
    await tx.insert(profileDraft).values({
      ...{ operatorId: actor.operatorId, profile, basedOn: version.version },
      ...{ changedAt: now, changedBy: actor.staffId },
    })
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'clinic.version-restored', data: { version: input.version } }],
    }
  },
})
