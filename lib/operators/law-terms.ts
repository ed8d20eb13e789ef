import { termRuleKey, termRulesOf } from '@/db/operators'
import type { StartEvent } from '@/db/enums'
import type { TermRule } from './term-rules'

/** How far a clinic may go with a rule: a term of the law is shortened, never exceeded, and never begins later. */
export interface TermBounds {
  amount: number
  extensionAmount: number
  startEvents: readonly StartEvent[]
}

type Bounded = Pick<
  TermRule,
  'kind' | 'ground' | 'scope' | 'requesterType' | 'clock' | 'unit' | 'amount' | 'extensionAmount' | 'countedFrom'
>

const ofLaw = new Map(termRulesOf({ termRules: [] }).map((rule) => [termRuleKey(rule), rule]))

/** Of a rule that the law knows nothing of, or counts in other days, it goes as far as it goes today. */
export function boundsOf(rule: Bounded): TermBounds {
  const law = ofLaw.get(termRuleKey(rule))
  const { unit, amount, extension, countedFrom } = law ?? { ...rule, extension: rule.extensionAmount }
  const isOwn = unit !== rule.unit
  return {
    amount: isOwn ? rule.amount : amount,
    extensionAmount: (isOwn ? rule.extensionAmount : extension) ?? 0,
    startEvents: startEventsOf(rule, countedFrom),
  }
}

/** From the receipt is the earliest; what is due with the correction has no other beginning. */
function startEventsOf({ clock }: Bounded, event: StartEvent): readonly StartEvent[] {
  if (clock === 'response') return ['receipt']
  return event === 'correction' ? ['correction'] : [...new Set(['receipt', event] as const)]
}
