import { deletionGrounds } from '../../enums'
import type { KindForm } from '../model'

export const deletionForm = {
  icon: 'M4 7h16M9 7V4.5A1.5 1.5 0 0 1 10.5 3h3A1.5 1.5 0 0 1 15 4.5V7M6 7l.9 12.2A2 2 0 0 0 8.9 21h6.2a2 2 0 0 0 2-1.8L18 7M10 11.5v5M14 11.5v5',
  elsewhere: null,
  grounds: { values: deletionGrounds, legend: 'groundLegend', why: 'groundWhy' },
  hasScope: false,
  hasCorrection: false,
  hasCategories: true,
  details: { label: 'deletionDetails', why: null, isRequired: false },
  declinesByNorm: true,
} as const satisfies KindForm
