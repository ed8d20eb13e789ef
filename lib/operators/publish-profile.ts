import { isDeepStrictEqual } from 'node:util'
import { desc, eq, max, sql } from 'drizzle-orm'
import { operatorProfileSchema, type OperatorProfile, termRulesOf } from '@/db/operators'
import type { Transaction } from '@/db/client'
import { operator, operatorProfile } from '@/db/schema'
import type { StaffActor, SystemActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { canPublishProfile } from './permissions'
import { publishRules } from './publish-rules'

/**
 * Publishes the profile of the actor's clinic as a new version, and opens the clinic where it is not there yet. Requests
 * already filed keep the terms they were filed under. `unchanged`: it is the profile in force.
 */
export const publishProfile = defineCommand({
  input: operatorProfileSchema,

  load: loadPublication,

  allow: (actor) => canPublishProfile(actor),

  run: publish,
})

type Publisher = Context<StaffActor | SystemActor>

/** What is published so far, locked; and who else has the address or the code of the new profile. */
export async function loadPublication(
  tx: Transaction,
  { actor }: Publisher,
  { slug, code }: { slug: string; code: string },
) {
  const [own] = await tx.select().from(operator).where(eq(operator.id, actor.operatorId)).for('update')
  // Of two clinics that are opened at once, the second has to see the address and the code of the first.
  if (!own) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('open a clinic', 0))`)
  const [[namesake], [sameCode], [last]] = await Promise.all([
    tx.select({ id: operator.id }).from(operator).where(eq(operator.slug, slug)),
    tx.select({ id: operator.id }).from(operator).where(eq(operator.code, code)),
    tx.select({ position: max(operator.position) }).from(operator),
  ])
  return { own, namesake, sameCode, next: (last?.position ?? -1) + 1, version: await lastVersion(tx, actor.operatorId) }
}

/** Undefined before the first. */
export async function lastVersion(tx: Transaction, operatorId: string) {
  const [version] = await tx
    .select()
    .from(operatorProfile)
    .where(eq(operatorProfile.operatorId, operatorId))
    .orderBy(desc(operatorProfile.version))
    .limit(1)
  return version
}

/** Stores a profile that is whole as the clinic's next version. */
export async function publish(
  tx: Transaction,
  { actor, now }: Publisher,
  { own, namesake, sameCode, next, version }: Awaited<ReturnType<typeof loadPublication>>,
  profile: OperatorProfile,
): Promise<Success<{ operatorId: string; version: number }> | Refusal<Unpublishable>> {
  const { operatorId } = actor
  if (namesake && namesake.id !== operatorId) return { ok: false, reason: 'slug-taken' }
  if (sameCode && sameCode.id !== operatorId) return { ok: false, reason: 'code-taken' }
  // Its address stands in mails that were sent, its code in the numbers of its register.
  if (own && own.slug !== profile.slug) return { ok: false, reason: 'slug-fixed' }
  if (own && own.code !== profile.code) return { ok: false, reason: 'code-fixed' }
  if (version && isDeepStrictEqual(version.profile, profile)) return { ok: false, reason: 'unchanged' }
  const stored = { timeZone: profile.timeZone, profile, loadedAt: now }
  if (own) await tx.update(operator).set(stored).where(eq(operator.id, operatorId))
  else {
    const { slug, code } = profile
    await tx.insert(operator).values({ id: operatorId, slug, code, position: next, ...stored })
  }
  const published = {
    operatorId,
    version: (version?.version ?? 0) + 1,
    ...{ profile, publishedAt: now, publishedBy: actor.kind === 'staff' ? actor.staffId : null },
  }
  await tx.insert(operatorProfile).values(published)
  const lastPublished = version ? termRulesOf(version.profile) : []
  await publishRules(tx, operatorId, { wanted: termRulesOf(profile), lastPublished, now })
  const changed = version ? changedMembers(version.profile, profile) : []
  return {
    ok: true,
    value: { operatorId, version: published.version },
    audit: [{ action: 'clinic.published', data: { version: published.version, changed } }],
  }
}

export type Unpublishable = 'slug-taken' | 'code-taken' | 'slug-fixed' | 'code-fixed' | 'unchanged'

/** The members of a profile that differ, by their names. */
export const changedMembers = (before: OperatorProfile, after: OperatorProfile): string[] =>
  (Object.keys({ ...before, ...after }) as (keyof OperatorProfile)[]).filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  )
