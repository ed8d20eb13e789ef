import type { RequestKind } from '../enums'
import { requestKinds } from '../enums'
import type { Bilingual, OperatorProfile, TermRule } from './model'
import { law, t } from './text'

/** The headline clock: 30 calendar days from the receipt, on the basis that the operator names. */
function responseRule(kind: RequestKind, legalBasis: Bilingual): TermRule {
  return {
    kind,
    clock: 'response',
    amount: 30,
    unit: 'calendar-days',
    countedFrom: 'receipt',
    legalBasis,
    extension: null,
    rollForward: 'none',
  }
}

/** Answer to a supervisory authority, whatever it asks about (152-FZ 20(4)). */
function authorityRule(kind: RequestKind): TermRule {
  return {
    kind,
    requesterType: 'authority',
    clock: 'answer',
    amount: 10,
    unit: 'working-days',
    countedFrom: 'receipt',
    legalBasis: law('20(4)'),
    extension: 5,
    rollForward: 'none',
  }
}

const operatorsTerm = t(
  'Правило оператора: ответ на любое обращение за 30 календарных дней',
  'Operator’s rule: every request is answered within 30 calendar days',
)

const destroyOnWithdrawal = {
  clock: 'destroy',
  amount: 30,
  unit: 'calendar-days',
  countedFrom: 'receipt',
  legalBasis: law('21(5)'),
  extension: null,
  rollForward: 'none',
} as const

/** The clocks of every operator until it sets its own; extensions are in the unit of their rule. */
export const defaultTermRules: readonly TermRule[] = [
  ...requestKinds.map((kind) => responseRule(kind, operatorsTerm)),
  ...requestKinds.map(authorityRule),
  {
    kind: 'access',
    clock: 'answer',
    amount: 10,
    unit: 'working-days',
    countedFrom: 'receipt',
    legalBasis: law('14', '20(1)'),
    extension: 5,
    rollForward: 'none',
  },
  {
    kind: 'correction',
    clock: 'correct',
    amount: 7,
    unit: 'working-days',
    countedFrom: 'proof',
    legalBasis: law('20(3)', '21(2)'),
    extension: null,
    rollForward: 'none',
  },
  {
    kind: 'deletion',
    ground: 'unlawful-or-unneeded',
    clock: 'destroy',
    amount: 7,
    unit: 'working-days',
    countedFrom: 'proof',
    legalBasis: law('20(3)'),
    extension: null,
    rollForward: 'none',
  },
  {
    kind: 'deletion',
    ground: 'stop-processing',
    clock: 'stop',
    amount: 10,
    unit: 'working-days',
    countedFrom: 'receipt',
    legalBasis: law('21(5.1)'),
    extension: 5,
    rollForward: 'none',
  },
  { kind: 'deletion', ground: 'consent-withdrawn', ...destroyOnWithdrawal },
  {
    kind: 'blocking',
    clock: 'block',
    amount: 0,
    unit: 'same-day',
    countedFrom: 'receipt',
    legalBasis: law('21(1)'),
    extension: null,
    rollForward: 'none',
  },
  {
    kind: 'blocking',
    clock: 'check',
    amount: 10,
    unit: 'working-days',
    countedFrom: 'receipt',
    legalBasis: t(
      'Правило оператора: проверка за 10 рабочих дней',
      'Operator’s rule: the check takes 10 working days at most',
    ),
    extension: 5,
    rollForward: 'none',
  },
  { kind: 'consent-withdrawal', scope: 'all-processing', ...destroyOnWithdrawal },
  {
    kind: 'consent-withdrawal',
    scope: 'mailing',
    clock: 'stop-mailings',
    amount: 0,
    unit: 'same-day',
    countedFrom: 'receipt',
    legalBasis: law('15(2)'),
    extension: null,
    rollForward: 'none',
  },
]

/** Response clocks of a policy that promises 30 days to every enquiry. */
export const responseWithin30Days = (basis: Bilingual): TermRule[] =>
  requestKinds.map((kind) => responseRule(kind, basis))

/** Response clocks of a policy whose `clause` gives claims 30 calendar days: the operator holds all requests to it. */
export const responseAsForClaims = (clause: string): TermRule[] =>
  requestKinds.map((kind) =>
    responseRule(
      kind,
      kind === 'claim'
        ? t(
            `Политика клиники, п. ${clause}: 30 календарных дней`,
            `The clinic’s policy, clause ${clause}: 30 calendar days`,
          )
        : t(
            `Правило оператора: срок п. ${clause} политики, 30 календарных дней, действует для всех обращений`,
            `Operator’s rule: the 30 calendar days of clause ${clause} of the policy hold for every request`,
          ),
    ),
  )

/** Blocking on the day of receipt, as both the law and the clinic's own `clause` demand. */
export const blockOnReceipt = (clause: string): TermRule => ({
  kind: 'blocking',
  clock: 'block',
  amount: 0,
  unit: 'same-day',
  countedFrom: 'receipt',
  legalBasis: t(
    `${law('21(1)').ru}; политика клиники, п. ${clause}`,
    `${law('21(1)').en}; the clinic’s policy, clause ${clause}`,
  ),
  extension: null,
  rollForward: 'none',
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
