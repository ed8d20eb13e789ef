import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { ask } from '@/db/client'
import { termRuleKey, termRulesOf } from '@/db/operators'
import { operator, termRule } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand, execute } from '@/lib/core/command'
import { contextFor, type Context } from '@/lib/core/context'
import { getDatabase } from '@/lib/core/database'
import { z } from 'zod/mini'
import { canPublishProfile } from './permissions'
import { factsOf } from './publish-rules'

/**
 * Gives a clinic the default terms that it has never had: those of a kind that came with this version of the portal, after
 * its profile was published. Whatever stands in any version, its own or a former one, stays as it is.
 */
export const completeTerms = defineCommand({
  input: z.object({}),

  load: async (tx, _ctx: Context<SystemActor>) => {
    await tx.execute(sql`lock table ${termRule} in exclusive mode`)
    return new Set((await tx.select().from(termRule)).map(termRuleKey))
  },

  allow: (actor) => canPublishProfile(actor),

  run: async (tx, { actor: { operatorId } }, known) => {
    const missing = termRulesOf({ termRules: [] }).filter((rule) => !known.has(termRuleKey(rule)))
    if (missing.length === 0) return { ok: false, reason: 'complete' }
    await tx
      .insert(termRule)
      .values(
        missing.map((rule) => ({ ...factsOf(operatorId, rule), id: randomUUID(), version: 1, supersededAt: null })),
      )
    return {
      ok: true,
      value: { added: missing.length },
      audit: [{ action: 'clinic.completed', data: { terms: missing.map(termRuleKey) } }],
    }
  },
})

/** The same for every clinic, before this version of the portal serves any. */
export async function completeClinics(at: Date): Promise<void> {
  const clinics = await ask(getDatabase(), (db) =>
    db.select({ id: operator.id, timeZone: operator.timeZone }).from(operator),
  )
  for (const { id, timeZone } of clinics) {
    await execute(completeTerms, contextFor({ kind: 'system', operatorId: id } as const, timeZone, at), {})
  }
}
