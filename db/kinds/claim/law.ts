import { t } from '../../operators/text'
import type { KindLaw } from '../model'
import { calendarDays, term } from '../terms'

const moneyClaim = t('Закон о защите прав потребителей, ч. 1 ст. 31', 'Consumer Protection Act (ZoZPP), art. 31(1)')

/** The pre-trial claim: only a policy knows it. */
export const claimLaw = {
  legalBasis: null,
  summary: null,
  terms: [term('answer', calendarDays(10), moneyClaim, { ground: 'money' })],
  ask: { proof: 'optional', postalAddress: 'optional' },
} satisfies KindLaw
