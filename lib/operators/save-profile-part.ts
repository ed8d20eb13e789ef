import { isDeepStrictEqual } from 'node:util'
import { profileDraft } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'
import { tellingLetters } from './neutral-words'
import { canPublishProfile } from './permissions'
import { loadDraft } from './profile-draft'
import { markOf, profileValues, readPart } from './profile-form'
import { profilePartNames } from './profile-parts'

/**
 * Saves one part of the clinic's profile as it was typed, in the draft: nobody sees it before it is published. `seen` is the
 * mark of what the part held when its form was drawn; what somebody else has saved since is not saved over.
 */
export const saveProfilePart = defineCommand({
  input: z.looseObject({ part: z.enum(profilePartNames), seen: z.string() }),

  load: (tx, ctx: Context<StaffActor>) => loadDraft(tx, ctx),

  allow: canPublishProfile,

  run: async (tx, { actor, now }, { draft, version }, { part, seen, ...form }) => {
    const before = draft?.profile ?? version.profile
    const typed = readPart(part, form)
    if (!typed.ok) return { ok: false, reason: 'invalid', fields: typed.fields }
    const profile = { ...before, ...typed.patch }
    const telling = part === 'letters' ? Object.entries(tellingLetters(profile)) : []
    if (telling.length > 0) {
      const fields = telling.map(([field, word]) => [field, [`notNeutral ${word}`]])
      return { ok: false, reason: 'invalid', fields: Object.fromEntries(fields) as Record<string, string[]> }
    }
    if (isDeepStrictEqual(profileValues(part, profile), profileValues(part, before)))
      return { ok: false, reason: 'unchanged' }
    if (markOf(profileValues(part, before)) !== seen) return { ok: false, reason: 'newer-version' }
    const changes = { profile, basedOn: version.version, changedAt: now, changedBy: actor.staffId }
    await tx
      .insert(profileDraft)
      .values({ operatorId: actor.operatorId, ...changes })
      .onConflictDoUpdate({ target: profileDraft.operatorId, set: changes })
    return { ok: true, value: undefined, audit: [{ action: 'clinic.drafted', data: { changed: [part] } }] }
  },
})
