import { law, t } from '../../operators/text'
import type { KindLaw } from '../model'
import { sameDay, term, workingDays } from '../terms'

const operatorsCheck = t('Правило оператора: срок проверки', 'Operator’s rule: the term of the check')

export const blockingLaw = {
  legalBasis: law('14(1)', '21(1)'),
  summary: t(
    'Если данные неверны или используются незаконно, клиника не пользуется ими с момента вашего обращения и до конца проверки (152-ФЗ, ч. 1 ст. 21).',
    'If data are wrong or used unlawfully, the clinic stops using them from the moment you ask until its check is over (152-FZ, art. 21(1)).',
  ),
  terms: [term('block', sameDay, law('21(1)')), term('check', workingDays(10), operatorsCheck, { extension: 5 })],
  ask: { proof: 'optional' },
} satisfies KindLaw
