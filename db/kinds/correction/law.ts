import { law, t } from '../../operators/text'
import type { KindLaw } from '../model'
import { sameDay, term, workingDays } from '../terms'

export const correctionLaw = {
  legalBasis: law('14(1)', '20(3)', '21(2)'),
  summary: t(
    'Если что-то записано неверно, неполно или устарело, напишите, как правильно. Когда ошибка подтвердится, данные исправят за семь рабочих дней (152-ФЗ, ч. 3 ст. 20).',
    'If something is wrong, incomplete or out of date, write how it should read. Once the mistake is shown, the data are corrected within seven working days (152-FZ, art. 20(3)).',
  ),
  terms: [
    term('correct', workingDays(7), law('20(3)', '21(2)'), { countedFrom: 'proof' }),
    term('lift', sameDay, law('21(2)'), { countedFrom: 'correction' }),
  ],
  ask: { proof: 'optional' },
} satisfies KindLaw
