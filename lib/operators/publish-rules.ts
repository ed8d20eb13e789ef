import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { type TermRule as Rule, termRuleKey } from '@/db/operators'
import { termRule } from '@/db/schema'
import type { TermRule } from './term-rules'

type Facts = Omit<TermRule, 'id' | 'version' | 'supersededAt'>

/** A rule of a profile as the database holds it. */
export const factsOf = (operatorId: string, { extension, ground, scope, requesterType, ...rest }: Rule): Facts => ({
  ...rest,
  operatorId,
  ground: ground ?? null,
  scope: scope ?? null,
  requesterType: requesterType ?? null,
  extensionAmount: extension,
})

const factsIn = ({ id: _id, version: _version, supersededAt: _at, ...facts }: TermRule): Facts => facts

/**
 * Makes the terms of a profile the ones in force. A term that differs becomes a new version, the old one stays for the
 * clocks that ran by it. What the clinic has changed by itself stays, until a profile says something new of that term.
 */
export async function publishRules(
  tx: Transaction,
  operatorId: string,
  { wanted, lastPublished, now }: { wanted: readonly Rule[]; lastPublished: readonly Rule[]; now: Date },
): Promise<void> {
  // A clinic that changes a rule meanwhile waits, and finds it changed. Requests are filed all the same.
  await tx.execute(sql`lock table ${termRule} in exclusive mode`)
  const versions = await tx
    .select()
    .from(termRule)
    .where(eq(termRule.operatorId, operatorId))
    .orderBy(asc(termRule.version))
  const latest = new Map(versions.map((rule) => [termRuleKey(rule), rule]))
  const known = new Map(lastPublished.map((rule) => [termRuleKey(rule), factsOf(operatorId, rule)]))
  const kept = new Set<string>()
  const added: TermRule[] = []
  for (const rule of wanted) {
    const [key, facts] = [termRuleKey(rule), factsOf(operatorId, rule)]
    const old = latest.get(key)
    const inForce = old?.supersededAt === null ? old : undefined
    const stays = inForce && (isDeepStrictEqual(known.get(key), facts) || isDeepStrictEqual(factsIn(inForce), facts))
    if (stays) kept.add(inForce.id)
    else added.push({ ...facts, id: randomUUID(), version: (old?.version ?? 0) + 1, supersededAt: null })
  }
  const gone = versions.filter(({ id, supersededAt }) => supersededAt === null && !kept.has(id)).map(({ id }) => id)
  if (gone.length > 0) await tx.update(termRule).set({ supersededAt: now }).where(inArray(termRule.id, gone))
  if (added.length > 0) await tx.insert(termRule).values(added)
}
