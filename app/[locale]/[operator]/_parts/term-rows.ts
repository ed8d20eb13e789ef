import { clockNames, consentScopes, requestGrounds } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import type { TermRule } from '@/lib/operators/term-rules'

/** One line of the picture of terms: a clock that the law sets beside the answer. */
export type TermRow = Pick<TermRule, 'kind' | 'ground' | 'scope' | 'clock' | 'amount' | 'unit' | 'legalBasis'> & {
  /** Roughly, for a drawing: five working days are a week. */
  days: number
}

type Offer = Pick<OperatorProfile, 'kinds' | 'consentScopes'>

const ofPeople = (terms: readonly TermRule[]) =>
  terms.filter(({ requesterType }) => requesterType === null || requesterType === 'subject')

/** Days of the headline clock: the longest answer among the kinds that the clinic offers. */
export function responseDays({ kinds }: Offer, terms: readonly TermRule[]): number {
  const offered = new Set(kinds.map(({ kind }) => kind))
  const amounts = ofPeople(terms)
    .filter((rule) => rule.clock === 'response' && offered.has(rule.kind))
    .map(({ amount }) => amount)
  return Math.max(...amounts)
}

/** The statutory clocks of the offered kinds, in the order of the kinds. */
export function termRows(offer: Offer, terms: readonly TermRule[]): TermRow[] {
  const rules = ofPeople(terms).sort((a, b) => rank(a) - rank(b))
  return offer.kinds.flatMap(({ kind }) =>
    rules
      .filter((rule) => rule.kind === kind && rule.clock !== 'response' && rule.countedFrom !== 'correction')
      .filter(({ scope }) => scope === null || offer.consentScopes.includes(scope))
      .map((rule) => ({
        ...rule,
        days: rule.unit === 'working-days' ? Math.round((rule.amount * 7) / 5) : rule.amount,
      })),
  )
}

/** Within a kind: by what the rule is for, then by its clock. */
const rank = ({ ground, scope, clock }: TermRule): number =>
  10 * (ground ? requestGrounds.indexOf(ground) : scope ? consentScopes.indexOf(scope) : 0) + clockNames.indexOf(clock)
