import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { termRule } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, type Invalid } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { boundsOf, type TermBounds } from './law-terms'
import { canChangeTerms } from './permissions'
import { decideTermChange } from './rules'
import { type TermChange, termChangeSchema } from './schemas'

/**
 * Changes a rule of the clinic: a new version, for new requests. Open ones carry a copy of theirs and keep its term.
 * Of two changes at once, the second is refused as `superseded`.
 */
export const changeTermRule = defineCommand({
  needsRecentProof: true,
  input: termChangeSchema,

  load: async (tx, _ctx: Context<StaffActor>, { ruleId }) => {
    const [rule] = await tx.select().from(termRule).where(eq(termRule.id, ruleId)).for('update')
    return found(rule, 'term rule')
  },

  allow: (actor) => canChangeTerms(actor),

  run: async (tx, { now }, rule, { ruleId, ...input }) => {
    const bounds = boundsOf(rule)
    const decision = decideTermChange(rule, bounds, input)
    if (!decision.ok) return decision.reason === 'beyond-law' ? beyondLaw(bounds, input) : decision
    const { terms, changed } = decision
    const next = { ...rule, ...terms, id: randomUUID(), version: rule.version + 1 }
    await tx.update(termRule).set({ supersededAt: now }).where(eq(termRule.id, ruleId))
    await tx.insert(termRule).values(next)
    const { kind, ground, scope, requesterType, clock } = rule
    // The words of a legal basis stay with their version; the log names the field.
    const told = changed.flatMap((field) => (field === 'legalBasis' ? [] : [field]))
    return {
      ok: true,
      value: { ruleId: next.id, version: next.version },
      audit: [
        {
          action: 'settings.changed',
          data: {
            ...{ kind, clock, rule: [ground, scope, requesterType].filter((part) => part !== null) },
            ...{ version: next.version, changed },
            before: told.map((field) => `${field} ${rule[field] ?? 'none'}`),
            after: told.map((field) => `${field} ${next[field] ?? 'none'}`),
          },
        },
      ],
    }
  },
})

/** Each field in which more is asked for than the law gives, with as much as it gives. */
const beyondLaw = (bounds: TermBounds, wanted: Pick<TermChange, 'amount' | 'extensionAmount'>): Invalid => ({
  ok: false,
  reason: 'invalid',
  fields: Object.fromEntries(
    (['amount', 'extensionAmount'] as const)
      .filter((field) => (wanted[field] ?? 0) > bounds[field])
      .map((field) => [field, [`beyondLaw ${bounds[field]}`]]),
  ),
})
