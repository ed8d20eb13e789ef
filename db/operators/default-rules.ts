import type { RequestKind } from '../enums'
import { requestKinds } from '../enums'
import { kindLaws } from '../kinds/laws'
import { calendarDays, sameDay, term, workingDays } from '../kinds/terms'
import { isByPolicyAlone } from './legal'
import type { Bilingual, OperatorProfile, TermRule } from './model'
import { law, t } from './text'

/** The headline clock: 30 calendar days from the receipt, on the basis that the operator names. */
const responseRule = (kind: RequestKind, legalBasis: Bilingual): TermRule => ({
  kind,
  ...term('response', calendarDays(30), legalBasis),
})

const operatorsTerm = t(
  'Правило оператора: ответ на любое обращение за 30 календарных дней',
  'Operator’s rule: every request is answered within 30 calendar days',
)

/** To a supervisory authority, whatever it asks about. */
const toAuthority = term('answer', workingDays(10), law('20(4)'), { requesterType: 'authority', extension: 5 })

/** The clocks of every operator until it sets its own; extensions are in the unit of their rule. */
export const defaultTermRules: readonly TermRule[] = [
  ...requestKinds.map((kind) => responseRule(kind, operatorsTerm)),
  ...requestKinds.map((kind) => ({ kind, ...toAuthority })),
  ...requestKinds.flatMap((kind) => kindLaws[kind].terms.map((own) => ({ kind, ...own }))),
]

/** Response clocks of a policy that promises 30 days to every enquiry. */
export const responseWithin30Days = (basis: Bilingual): TermRule[] =>
  requestKinds.map((kind) => responseRule(kind, basis))

/** Response clocks of a policy whose `clause` gives claims 30 calendar days: the operator holds all requests to it. */
export function responseAsForClaims(clause: string): TermRule[] {
  const ofClaims = t(
    `Политика клиники, п. ${clause}: 30 календарных дней`,
    `The clinic’s policy, clause ${clause}: 30 calendar days`,
  )
  const ofAll = t(
    `Правило оператора: срок п. ${clause} политики, 30 календарных дней, действует для всех обращений`,
    `Operator’s rule: the 30 calendar days of clause ${clause} of the policy hold for every request`,
  )
  return requestKinds.map((kind) => responseRule(kind, isByPolicyAlone(kind) ? ofClaims : ofAll))
}

/** Blocking on the day of receipt, as both the law and the clinic's own `clause` demand. */
export const blockOnReceipt = (clause: string): TermRule => ({
  kind: 'blocking',
  ...term(
    'block',
    sameDay,
    t(
      `${law('21(1)').ru}; политика клиники, п. ${clause}`,
      `${law('21(1)').en}; the clinic’s policy, clause ${clause}`,
    ),
  ),
})

type Keyed = Pick<TermRule, 'kind' | 'clock'> & { [K in 'ground' | 'scope' | 'requesterType']?: TermRule[K] | null }

/** Identity of a rule, whatever its version: an override replaces the default with the same conditions and clock. */
export function termRuleKey(rule: Keyed): string {
  return [rule.kind, rule.ground ?? '*', rule.scope ?? '*', rule.requesterType ?? '*', rule.clock].join('/')
}

/** All rules of an operator, for every kind, offered on its pages or not: officers register what comes by post. */
export function termRulesOf(profile: Pick<OperatorProfile, 'termRules'>): TermRule[] {
  return [...new Map([...defaultTermRules, ...profile.termRules].map((rule) => [termRuleKey(rule), rule])).values()]
}
