import { law } from '../../operators/text'
import type { KindLaw } from '../model'
import { sameDay, term, workingDays } from '../terms'

export const correctionLaw = {
  legalBasis: law('14(1)', '20(3)', '21(2)'),
  summary: null,
  terms: [
    term('correct', workingDays(7), law('20(3)', '21(2)'), { countedFrom: 'proof' }),
    term('lift', sameDay, law('21(2)'), { countedFrom: 'correction' }),
  ],
  ask: { proof: 'optional' },
} satisfies KindLaw
