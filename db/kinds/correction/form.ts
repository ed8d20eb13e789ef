import type { KindForm } from '../model'

export const correctionForm = {
  icon: 'M12 20h8M15.5 4.6a2 2 0 0 1 2.9 0l1 1a2 2 0 0 1 0 2.9L9 19l-5 1 1-5L15.5 4.6ZM13.5 6.6l4 4',
  elsewhere: null,
  grounds: null,
  hasScope: false,
  hasCorrection: true,
  hasCategories: true,
  details: { label: 'details', why: null, isRequired: false },
  declinesByNorm: true,
} as const satisfies KindForm
