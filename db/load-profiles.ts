import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { calendarDays, officialCalendars } from './calendars'
import { type Database, inScope, openDatabase, setScope, type Transaction } from './client'
import { type OperatorProfile, operatorProfiles, type TermRule, termRuleKey, termRulesOf } from './operators'
import { operatorProfileSchema } from './operators/model'
import { calendarDay, calendarYear, operator, termRule } from './schema'

/**
 * Loads operators' profiles and, where none is there yet, the official calendars. Again and again is safe: a term that
 * its profile has changed since the last load becomes a new version, the old one stays for the clocks that ran by it.
 * What the clinic itself has changed stays, until its profile says something new of the same term.
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
  const termRules = termRulesOf(profile)
  // With all its rules, the defaults among them: the next load sees by them what a new profile or release has changed.
  const stored = { code, timeZone, position, profile: { ...profile, termRules } }
  await inScope(db, {}, async (tx) => {
    // A clinic that changes a rule meanwhile waits, and finds it changed. Requests are filed all the same.
    await tx.execute(sql`lock table ${termRule} in exclusive mode`)
    const [before] = await tx.select({ profile: operator.profile }).from(operator).where(eq(operator.slug, slug))
    const [row] = await tx
      .insert(operator)
      .values({ id: randomUUID(), slug, ...stored })
      .onConflictDoUpdate({ target: operator.slug, set: { ...stored, loadedAt: sql`now()` } })
      .returning({ id: operator.id })
    if (!row) return
    await setScope(tx, { operatorId: row.id })
    const of = (rules: readonly TermRule[]) => rules.map((rule) => factsOf(row.id, rule))
    await loadRules(tx, { wanted: of(termRules), lastLoaded: of(before?.profile.termRules ?? []) })
  })
}

type RuleRow = typeof termRule.$inferSelect
type RuleFacts = Omit<RuleRow, 'id' | 'version' | 'supersededAt'>

const factsOf = (operatorId: string, { extension, ground, scope, requesterType, ...rest }: TermRule): RuleFacts => ({
  ...rest,
  operatorId,
  ground: ground ?? null,
  scope: scope ?? null,
  requesterType: requesterType ?? null,
  extensionAmount: extension,
})

async function loadRules(
  tx: Transaction,
  { wanted, lastLoaded }: { wanted: RuleFacts[]; lastLoaded: RuleFacts[] },
): Promise<void> {
  const versions = await tx.select().from(termRule).orderBy(asc(termRule.version))
  const latest = new Map(versions.map((rule) => [termRuleKey(rule), rule]))
  const known = new Map(lastLoaded.map((rule) => [termRuleKey(rule), rule]))
  const kept: string[] = []
  for (const facts of wanted) {
    const key = termRuleKey(facts)
    const old = latest.get(key)
    const inForce = old?.supersededAt === null ? old : undefined
    if (inForce && (isDeepStrictEqual(known.get(key), facts) || isDeepStrictEqual(factsIn(inForce), facts))) {
      kept.push(inForce.id)
      continue
    }
    if (inForce)
      await tx
        .update(termRule)
        .set({ supersededAt: sql`now()` })
        .where(eq(termRule.id, inForce.id))
    const [added] = await tx
      .insert(termRule)
      .values({ ...facts, id: randomUUID(), version: (old?.version ?? 0) + 1 })
      .returning({ id: termRule.id })
    if (added) kept.push(added.id)
  }
  if (kept.length === 0) return
  await tx
    .update(termRule)
    .set({ supersededAt: sql`now()` })
    .where(and(isNull(termRule.supersededAt), notInArray(termRule.id, kept)))
}

const factsIn = ({ id: _id, version: _version, supersededAt: _at, ...facts }: RuleRow): RuleFacts => facts

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
