import { claimGrounds } from '../../enums'
import type { KindForm } from '../model'

export const claimForm = {
  icon: 'M12 3v18M8 21h8M5 7h14M5 7l-3 7a3 3 0 0 0 6 0L5 7Zm14 0-3 7a3 3 0 0 0 6 0l-3-7Z',
  elsewhere: null,
  grounds: { values: claimGrounds, legend: 'claimLegend', why: 'claimLegendWhy' },
  hasScope: false,
  hasCorrection: false,
  hasCategories: false,
  details: { label: 'claimDetails', why: 'claimWhy', isRequired: true },
  // It is answered by other laws, which the letter names where it has to.
  declinesByNorm: false,
} as const satisfies KindForm
