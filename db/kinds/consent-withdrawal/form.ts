import type { KindForm } from '../model'

export const consentWithdrawalForm = {
  icon: 'M9 14 4 9l5-5M4 9h9.5a6.5 6.5 0 0 1 0 13H10',
  elsewhere: null,
  grounds: null,
  hasScope: true,
  hasCorrection: false,
  hasCategories: false,
  details: { label: 'withdrawalDetails', why: null, isRequired: false },
  declinesByNorm: true,
} as const satisfies KindForm
