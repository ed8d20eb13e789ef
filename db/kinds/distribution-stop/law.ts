import { law, t } from '../../operators/text'
import type { KindLaw } from '../model'
import { term, workingDays } from '../terms'

export const distributionStopLaw = {
  legalBasis: law('10.1(12–14)'),
  summary: t(
    'Ваше фото, отзыв или другие данные видят все, например на сайте клиники? В любой момент можно потребовать, чтобы она перестала их показывать и передавать (152-ФЗ, ст. 10.1).',
    'Are your photograph, a review or other data open to everybody, on the clinic’s site for example? You may demand at any moment that it stops showing and passing them on (152-FZ, art. 10.1).',
  ),
  terms: [term('stop-distribution', workingDays(3), law('10.1(12–14)'))],
  // The demand holds a name, a contact and the list of the data, and no document.
  ask: { identityDocument: 'hidden', relation: 'hidden', birthDate: 'hidden' },
} satisfies KindLaw
