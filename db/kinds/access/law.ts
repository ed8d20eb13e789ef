import { law, t } from '../../operators/text'
import type { KindLaw } from '../model'
import { term, workingDays } from '../terms'

export const accessLaw = {
  legalBasis: law('14(1)', '14(7)', '20(1)'),
  summary: t(
    'Это право даёт каждому закон: вы можете узнать, какие данные о вас хранятся, зачем, откуда они и кому их передавали (152-ФЗ, ст. 14).',
    'The law gives this right to everyone: you may learn which data about you are kept, why, where they came from and who has received them (152-FZ, art. 14).',
  ),
  terms: [term('answer', workingDays(10), law('14', '20(1)'), { extension: 5 })],
  ask: {},
} satisfies KindLaw
