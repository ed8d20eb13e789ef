import type { TermChange } from './schemas'
import type { TermRule } from './term-rules'

type Terms = Pick<TermRule, 'amount' | 'extensionAmount' | 'countedFrom' | 'rollForward' | 'legalBasis'>

export type TermChangeDecision =
  { ok: true; terms: Terms; changed: (keyof Terms)[] } | { ok: false; reason: 'superseded' | 'fixed' | 'unchanged' }

/**
 * Whether a rule becomes a new version. `superseded`: somebody else changed it meanwhile. `fixed`: the unit stays the
 * rule's own, and an answer is due so many days after the receipt, whatever is proved or decided later.
 */
export function decideTermChange(
  rule: Terms & Pick<TermRule, 'clock' | 'unit' | 'supersededAt'>,
  { unit, ...wanted }: Omit<TermChange, 'ruleId'>,
): TermChangeDecision {
  if (rule.supersededAt) return { ok: false, reason: 'superseded' }
  if (unit !== rule.unit) return { ok: false, reason: 'fixed' }
  if (rule.clock === 'response' && wanted.countedFrom !== 'receipt') return { ok: false, reason: 'fixed' }
  const terms: Terms = { ...wanted, extensionAmount: wanted.extensionAmount ?? null }
  const simple = (['amount', 'extensionAmount', 'countedFrom', 'rollForward'] as const).filter(
    (field) => terms[field] !== rule[field],
  )
  const { ru, en } = wanted.legalBasis
  const sameBasis = ru === rule.legalBasis.ru && en === rule.legalBasis.en
  const changed = [...simple, ...(sameBasis ? [] : (['legalBasis'] as const))]
  return changed.length > 0 ? { ok: true, terms, changed } : { ok: false, reason: 'unchanged' }
}
