import type { KindForm } from '../model'

export const accessForm = {
  icon: 'M4 5a2 2 0 0 1 2-2h8l5 5v4M14 3v5h5M4 5v14a2 2 0 0 0 2 2h4M16.5 19a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm2.2-.8L21 20.5',
  elsewhere: null,
  grounds: null,
  hasScope: false,
  hasCorrection: false,
  hasCategories: true,
  details: { label: 'accessDetails', why: 'accessWhy', isRequired: false },
  declinesByNorm: true,
  repeatsAfterDays: 30,
} as const satisfies KindForm
