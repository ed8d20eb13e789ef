import type { KindForm } from '../model'

export const distributionStopForm = {
  icon: 'M4 10v4h3l7 4V6l-7 4H4ZM17.5 9.5l4 5M21.5 9.5l-4 5',
  elsewhere: null,
  grounds: null,
  hasScope: false,
  hasCorrection: false,
  hasCategories: false,
  // The demand lists the data (152-FZ 10.1(12)).
  details: { label: 'distributionDetails', why: 'distributionWhy', isRequired: true },
  declinesByNorm: true,
} as const satisfies KindForm
