import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { calendarDays, officialCalendars } from './calendars'
import { type Database, inScope, openDatabase } from './client'
import { type OperatorProfile, operatorProfiles, termRulesOf } from './operators'
import { operatorProfileSchema } from './operators/model'
import { calendarDay, calendarYear, operator, termRule } from './schema'

/**
 * Loads operators' profiles and, where none is there yet, the official calendars. Again and again is safe: a term that
 * differs from the one in force becomes a new version, the old one stays for the clocks that ran by it.
 */
export async function loadProfiles({
  ownerUrl,
  profiles = operatorProfiles,
}: {
  ownerUrl: string
  profiles?: readonly OperatorProfile[]
}): Promise<void> {
  const { db, close } = openDatabase(ownerUrl, { max: 1 })
  try {
    for (const [position, profile] of profiles.entries()) await loadProfile(db, profile, position)
    await loadCalendars(db)
  } finally {
    await close()
  }
}

async function loadProfile(db: Database, unchecked: OperatorProfile, position: number): Promise<void> {
  const profile = operatorProfileSchema.parse(unchecked)
  const { slug, code, timeZone } = profile
  const [row] = await db
    .insert(operator)
    .values({ id: randomUUID(), slug, code, timeZone, position, profile })
    .onConflictDoUpdate({ target: operator.slug, set: { code, timeZone, position, profile, loadedAt: sql`now()` } })
    .returning({ id: operator.id })
  if (row) await loadRules(db, row.id, profile)
}

type RuleRow = typeof termRule.$inferSelect
type RuleFacts = Omit<RuleRow, 'id' | 'version' | 'supersededAt'>

const ruleKey = (rule: Pick<RuleRow, 'kind' | 'ground' | 'scope' | 'requesterType' | 'clock'>) =>
  [rule.kind, rule.ground, rule.scope, rule.requesterType, rule.clock].join('|')

async function loadRules(db: Database, operatorId: string, profile: OperatorProfile): Promise<void> {
  await inScope(db, { operatorId }, async (tx) => {
    const versions = await tx.select().from(termRule).orderBy(asc(termRule.version))
    const latest = new Map(versions.map((rule) => [ruleKey(rule), rule]))
    const kept: string[] = []
    for (const { extension, ground, scope, requesterType, ...rest } of termRulesOf(profile)) {
      const wanted: RuleFacts = {
        ...rest,
        operatorId,
        ground: ground ?? null,
        scope: scope ?? null,
        requesterType: requesterType ?? null,
        extensionAmount: extension,
      }
      const old = latest.get(ruleKey(wanted))
      if (old?.supersededAt === null && isSame(old, wanted)) {
        kept.push(old.id)
        continue
      }
      if (old?.supersededAt === null)
        await tx
          .update(termRule)
          .set({ supersededAt: sql`now()` })
          .where(eq(termRule.id, old.id))
      const [added] = await tx
        .insert(termRule)
        .values({ ...wanted, id: randomUUID(), version: (old?.version ?? 0) + 1 })
        .returning({ id: termRule.id })
      if (added) kept.push(added.id)
    }
    if (kept.length === 0) return
    await tx
      .update(termRule)
      .set({ supersededAt: sql`now()` })
      .where(and(isNull(termRule.supersededAt), notInArray(termRule.id, kept)))
  })
}

function isSame({ id: _id, version: _version, supersededAt: _at, ...facts }: RuleRow, wanted: RuleFacts): boolean {
  return isDeepStrictEqual(facts, wanted)
}

/** A year that is there already may have been edited by an admin: it is left alone. */
async function loadCalendars(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    for (const calendar of officialCalendars) {
      const { year, source } = calendar
      const [added] = await tx
        .insert(calendarYear)
        .values({ year, status: 'official', source })
        .onConflictDoNothing()
        .returning()
      if (added) await tx.insert(calendarDay).values(calendarDays(calendar).map((day) => ({ ...day, year })))
    }
  })
}
