import type { KindForm } from '../model'

export const medicalCopiesForm = {
  icon: 'M8 7V4a1 1 0 0 1 1-1h7l4 4v9a1 1 0 0 1-1 1h-3M16 3v4h4M5 7h7l4 4v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1ZM10 12.5v5M7.5 15h5',
  // Not by plain e-mail, so that no form of the portal would do (323-FZ 22, order 789n).
  elsewhere: { words: 'medicalCopies', instead: 'access' },
  grounds: null,
  hasScope: false,
  hasCorrection: false,
  hasCategories: false,
  details: { label: 'details', why: null, isRequired: false },
  declinesByNorm: false,
} as const satisfies KindForm
