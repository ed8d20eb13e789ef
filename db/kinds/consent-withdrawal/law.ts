import { law, t } from '../../operators/text'
import type { KindLaw } from '../model'
import { calendarDays, sameDay, term } from '../terms'

const allProcessing = { scope: 'all-processing' } as const

export const consentWithdrawalLaw = {
  legalBasis: law('9(2)', '15(2)', '21(5)'),
  summary: t(
    'Согласие можно отозвать в любой момент (152-ФЗ, ч. 2 ст. 9). Клиника прекратит обработку и уничтожит данные — кроме тех, что обязана хранить по закону.',
    'Consent may be withdrawn at any time (152-FZ, art. 9(2)). The clinic stops processing and destroys the data, except what the law makes it keep.',
  ),
  // Processing ends and data are destroyed: two acts, one term.
  terms: [
    term('stop', calendarDays(30), law('21(5)'), allProcessing),
    term('destroy', calendarDays(30), law('21(5)'), allProcessing),
    term('stop-mailings', sameDay, law('15(2)'), { scope: 'mailing' }),
  ],
  // Nobody shows a passport to leave a mailing list (152-FZ 15(2)).
  ask: { identityDocument: 'hidden', relation: 'hidden', birthDate: 'hidden' },
} satisfies KindLaw
