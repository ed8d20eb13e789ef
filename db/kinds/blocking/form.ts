import type { KindForm } from '../model'

export const blockingForm = {
  icon: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.8 9v6M14.2 9v6',
  elsewhere: null,
  grounds: null,
  hasScope: false,
  hasCorrection: false,
  hasCategories: true,
  details: { label: 'blockingDetails', why: 'blockingWhy', isRequired: false },
  declinesByNorm: true,
} as const satisfies KindForm
