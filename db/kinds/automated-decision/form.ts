import type { KindForm } from '../model'

export const automatedDecisionForm = {
  icon: 'M7 9h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2ZM12 9V5M9.5 13v2M14.5 13v2M2.5 12.5v3M21.5 12.5v3',
  elsewhere: null,
  grounds: null,
  hasScope: false,
  hasCorrection: false,
  hasCategories: false,
  details: { label: 'decisionDetails', why: 'decisionWhy', isRequired: true },
  declinesByNorm: false,
} as const satisfies KindForm
