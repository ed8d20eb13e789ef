import type { RequestKind } from '../enums'
import { requestKinds } from '../enums'
import type { Bilingual, OperatorProfile, TermRule } from './model'
import { law, t } from './text'

/** A term that counts from the receipt and cannot be extended, as most are; `more` says what differs. */
function rule(
  { kind, clock, amount, unit }: Pick<TermRule, 'kind' | 'clock' | 'amount' | 'unit'>,
  legalBasis: Bilingual,
  more: Partial<Pick<TermRule, 'ground' | 'scope' | 'requesterType' | 'countedFrom' | 'extension'>> = {},
): TermRule {
  return {
    kind,
    clock,
    amount,
    unit,
    countedFrom: 'receipt',
    legalBasis,
    extension: null,
    rollForward: 'none',
    ...more,
  }
}

const working = (amount: number) => ({ amount, unit: 'working-days' }) as const
const calendar = (amount: number) => ({ amount, unit: 'calendar-days' }) as const
const sameDay = { amount: 0, unit: 'same-day' } as const

/** The headline clock: 30 calendar days from the receipt, on the basis that the operator names. */
const responseRule = (kind: RequestKind, legalBasis: Bilingual): TermRule =>
  rule({ kind, clock: 'response', ...calendar(30) }, legalBasis)

const operatorsTerm = t(
  'Правило оператора: ответ на любое обращение за 30 календарных дней',
  'Operator’s rule: every request is answered within 30 calendar days',
)

const operatorsCheck = t(
  'Правило оператора: проверка за 10 рабочих дней',
  'Operator’s rule: the check takes 10 working days at most',
)

const moneyClaim = t('Закон о защите прав потребителей, ч. 1 ст. 31', 'Consumer Protection Act (ZoZPP), art. 31(1)')

/** Processing ends and data are destroyed on the withdrawal of a consent: two acts, one term (152-FZ 21(5)). */
const onWithdrawal = (kind: RequestKind, of: Pick<TermRule, 'ground' | 'scope'>): TermRule[] =>
  (['stop', 'destroy'] as const).map((clock) => rule({ kind, clock, ...calendar(30) }, law('21(5)'), of))

/** The clocks of every operator until it sets its own; extensions are in the unit of their rule. */
export const defaultTermRules: readonly TermRule[] = [
  ...requestKinds.map((kind) => responseRule(kind, operatorsTerm)),
  // To a supervisory authority, whatever it asks about.
  ...requestKinds.map((kind) =>
    rule({ kind, clock: 'answer', ...working(10) }, law('20(4)'), { requesterType: 'authority', extension: 5 }),
  ),
  rule({ kind: 'access', clock: 'answer', ...working(10) }, law('14', '20(1)'), { extension: 5 }),
  rule({ kind: 'correction', clock: 'correct', ...working(7) }, law('20(3)', '21(2)'), { countedFrom: 'proof' }),
  rule({ kind: 'correction', clock: 'lift', ...sameDay }, law('21(2)'), { countedFrom: 'correction' }),
  rule({ kind: 'deletion', clock: 'destroy', ...working(7) }, law('20(3)'), {
    ground: 'unneeded',
    countedFrom: 'proof',
  }),
  rule({ kind: 'deletion', clock: 'block', ...sameDay }, law('21(1)'), { ground: 'unlawful' }),
  rule({ kind: 'deletion', clock: 'stop', ...working(3) }, law('21(3)'), {
    ground: 'unlawful',
    countedFrom: 'detection',
  }),
  rule({ kind: 'deletion', clock: 'destroy', ...working(10) }, law('21(3)'), {
    ground: 'unlawful',
    countedFrom: 'detection',
  }),
  rule({ kind: 'deletion', clock: 'stop', ...working(10) }, law('21(5.1)'), {
    ground: 'stop-processing',
    extension: 5,
  }),
  ...onWithdrawal('deletion', { ground: 'consent-withdrawn' }),
  rule({ kind: 'blocking', clock: 'block', ...sameDay }, law('21(1)')),
  rule({ kind: 'blocking', clock: 'check', ...working(10) }, operatorsCheck, { extension: 5 }),
  ...onWithdrawal('consent-withdrawal', { scope: 'all-processing' }),
  rule({ kind: 'consent-withdrawal', clock: 'stop-mailings', ...sameDay }, law('15(2)'), { scope: 'mailing' }),
  rule({ kind: 'claim', clock: 'answer', ...calendar(10) }, moneyClaim, { ground: 'money' }),
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
export const blockOnReceipt = (clause: string): TermRule =>
  rule(
    { kind: 'blocking', clock: 'block', ...sameDay },
    t(
      `${law('21(1)').ru}; политика клиники, п. ${clause}`,
      `${law('21(1)').en}; the clinic’s policy, clause ${clause}`,
    ),
  )

type Keyed = Pick<TermRule, 'kind' | 'clock'> & { [K in 'ground' | 'scope' | 'requesterType']?: TermRule[K] | null }

/** Identity of a rule, whatever its version: an override replaces the default with the same conditions and clock. */
export function termRuleKey(rule: Keyed): string {
  return [rule.kind, rule.ground ?? '*', rule.scope ?? '*', rule.requesterType ?? '*', rule.clock].join('/')
}

/** All rules of an operator, for every kind, offered on its pages or not: officers register what comes by post. */
export function termRulesOf(profile: Pick<OperatorProfile, 'termRules'>): TermRule[] {
  return [...new Map([...defaultTermRules, ...profile.termRules].map((rule) => [termRuleKey(rule), rule])).values()]
}
