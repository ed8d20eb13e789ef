import { isDeepStrictEqual } from 'node:util'
import { desc, eq, max } from 'drizzle-orm'
import { operatorProfileSchema, type OperatorProfile, termRulesOf } from '@/db/operators'
import { operator, operatorProfile } from '@/db/schema'
import type { StaffActor, SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { canPublishProfile } from './permissions'
import { publishRules } from './publish-rules'

/**
 * Publishes the profile of the actor's clinic as a new version, and opens the clinic where it is not there yet. Requests
 * already filed keep the terms they were filed under. `unchanged`: it is the profile in force.
 */
export const publishProfile = defineCommand({
  input: operatorProfileSchema,

  load: async (tx, { actor }: Context<StaffActor | SystemActor>, profile) => {
    const [[own], [namesake], [code], [last]] = await Promise.all([
      tx.select().from(operator).where(eq(operator.id, actor.operatorId)).for('update'),
      tx.select({ id: operator.id }).from(operator).where(eq(operator.slug, profile.slug)),
      tx.select({ id: operator.id }).from(operator).where(eq(operator.code, profile.code)),
      tx.select({ position: max(operator.position) }).from(operator),
    ])
    const [version] = await tx
      .select({ version: operatorProfile.version, profile: operatorProfile.profile })
      .from(operatorProfile)
      .where(eq(operatorProfile.operatorId, actor.operatorId))
      .orderBy(desc(operatorProfile.version))
      .limit(1)
    return { own, namesake, code, next: (last?.position ?? -1) + 1, version }
  },

  allow: (actor) => canPublishProfile(actor),

  run: async (tx, { actor, now }, { own, namesake, code, next, version }, profile) => {
    const { operatorId } = actor
    if (namesake && namesake.id !== operatorId) return { ok: false, reason: 'slug-taken' }
    if (code && code.id !== operatorId) return { ok: false, reason: 'code-taken' }
    // Its address stands in mails that were sent, its code in the numbers of its register.
    if (own && own.slug !== profile.slug) return { ok: false, reason: 'slug-fixed' }
    if (own && own.code !== profile.code) return { ok: false, reason: 'code-fixed' }
    if (version && isDeepStrictEqual(version.profile, profile)) return { ok: false, reason: 'unchanged' }
    const changed = changedParts(version?.profile, profile)
    const stored = { timeZone: profile.timeZone, profile, loadedAt: now }
    if (own) await tx.update(operator).set(stored).where(eq(operator.id, operatorId))
    else {
      const { slug, code: prefix } = profile
      await tx.insert(operator).values({ id: operatorId, slug, code: prefix, position: next, ...stored })
    }
    const published = {
      operatorId,
      version: (version?.version ?? 0) + 1,
      ...{ profile, publishedAt: now, publishedBy: actor.kind === 'staff' ? actor.staffId : null },
    }
    await tx.insert(operatorProfile).values(published)
    const lastRules = version ? termRulesOf(version.profile) : []
    await publishRules(tx, operatorId, { wanted: termRulesOf(profile), lastPublished: lastRules, now })
    return {
      ok: true,
      value: { operatorId, version: published.version },
      audit: [{ action: 'clinic.published', data: { version: published.version, changed } }],
    }
  },
})

/** The parts of a profile that differ, by their names; of a first version, none. */
function changedParts(before: OperatorProfile | undefined, after: OperatorProfile): string[] {
  if (!before) return []
  return (Object.keys(after) as (keyof OperatorProfile)[]).filter(
    (part) => !isDeepStrictEqual(before[part], after[part]),
  )
}
