import type { OperatorProfile } from '@/db/operators'
import { kindForms } from '@/db/kinds/forms'
import type { TermBounds } from './law-terms'
import type { TermChange } from './schemas'
import type { TermRule } from './term-rules'

type Terms = Pick<TermRule, 'amount' | 'extensionAmount' | 'countedFrom' | 'rollForward' | 'legalBasis'>

export type TermChangeDecision =
  | { ok: true; terms: Terms; changed: (keyof Terms)[] }
  | { ok: false; reason: 'superseded' | 'fixed' | 'beyond-law' | 'unchanged' }

/**
 * Whether a rule becomes a new version. `superseded`: somebody else changed it meanwhile. `fixed`: the unit and what a term
 * may begin with stay the rule's own; an answer is due so many days after the receipt, whatever is proved or decided later.
 * `beyond-law`: the law gives fewer days.
 */
export function decideTermChange(
  rule: Terms & Pick<TermRule, 'unit' | 'supersededAt'>,
  bounds: TermBounds,
  { unit, ...wanted }: Omit<TermChange, 'ruleId'>,
): TermChangeDecision {
  if (rule.supersededAt) return { ok: false, reason: 'superseded' }
  if (unit !== rule.unit || !bounds.startEvents.includes(wanted.countedFrom)) return { ok: false, reason: 'fixed' }
  if (wanted.amount > bounds.amount || (wanted.extensionAmount ?? 0) > bounds.extensionAmount)
    return { ok: false, reason: 'beyond-law' }
  const terms: Terms = { ...wanted, extensionAmount: wanted.extensionAmount ?? null }
  const simple = (['amount', 'extensionAmount', 'countedFrom', 'rollForward'] as const).filter(
    (field) => terms[field] !== rule[field],
  )
  const { ru, en } = wanted.legalBasis
  const sameBasis = ru === rule.legalBasis.ru && en === rule.legalBasis.en
  const changed = [...simple, ...(sameBasis ? [] : (['legalBasis'] as const))]
  return changed.length > 0 ? { ok: true, terms, changed } : { ok: false, reason: 'unchanged' }
}

/** Whether withdrawals are offered, and nothing that could be withdrawn: nobody could send that form. */
export const lacksScope = ({ kinds, consentScopes }: Pick<OperatorProfile, 'kinds' | 'consentScopes'>): boolean =>
  consentScopes.length === 0 && kinds.some(({ kind }) => 'hasScope' in kindForms[kind])
