import type { ClockName, ConsentScope, DeletionGround, RequestKind, TermUnit } from '@/db/enums'
import { type Bilingual, type OperatorProfile, termRulesOf } from '@/db/operators'

/** One line of the picture of terms: a clock that the law sets beside the answer. */
export interface TermRow {
  kind: RequestKind
  ground?: DeletionGround
  scope?: ConsentScope
  clock: ClockName
  amount: number
  unit: TermUnit
  extension: number | null
  legalBasis: Bilingual
  /** Roughly, for a drawing: five working days are a week. */
  days: number
}

const ofPeople = (profile: OperatorProfile) =>
  termRulesOf(profile).filter((rule) => rule.requesterType === undefined || rule.requesterType === 'subject')

/** Days of the headline clock: the longest answer among the kinds that the clinic offers. */
export function responseDays(profile: OperatorProfile): number {
  const offered = new Set(profile.kinds.map(({ kind }) => kind))
  const amounts = ofPeople(profile)
    .filter((rule) => rule.clock === 'response' && offered.has(rule.kind))
    .map(({ amount }) => amount)
  return Math.max(...amounts)
}

/** The statutory clocks of the offered kinds, in the order of the kinds. */
export function termRows(profile: OperatorProfile): TermRow[] {
  return profile.kinds.flatMap(({ kind }) =>
    ofPeople(profile)
      .filter((rule) => rule.kind === kind && rule.clock !== 'response')
      .filter(({ scope }) => scope === undefined || profile.consentScopes.includes(scope))
      .map((rule) => ({
        ...rule,
        days: rule.unit === 'working-days' ? Math.round((rule.amount * 7) / 5) : rule.amount,
      })),
  )
}
