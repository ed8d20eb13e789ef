import { law, t } from '../../operators/text'
import type { KindLaw } from '../model'
import { calendarDays, sameDay, term, workingDays } from '../terms'

const consentWithdrawn = { ground: 'consent-withdrawn' } as const

export const deletionLaw = {
  legalBasis: law('14(1)', '20(3)', '21(5)', '21(5.1)'),
  summary: t(
    'Данные, которые получены незаконно или больше не нужны, клиника уничтожает, а обработку прекращает по вашему требованию (152-ФЗ, ст. 14, 20 и 21).',
    'The clinic destroys data that were obtained unlawfully or are no longer needed, and stops processing when you demand it (152-FZ, art. 14, 20 and 21).',
  ),
  terms: [
    term('destroy', workingDays(7), law('20(3)'), { ground: 'unneeded', countedFrom: 'proof' }),
    term('block', sameDay, law('21(1)'), { ground: 'unlawful' }),
    term('stop', workingDays(3), law('21(3)'), { ground: 'unlawful', countedFrom: 'detection' }),
    term('destroy', workingDays(10), law('21(3)'), { ground: 'unlawful', countedFrom: 'detection' }),
    term('stop', workingDays(10), law('21(5.1)'), { ground: 'stop-processing', extension: 5 }),
    term('stop', calendarDays(30), law('21(5)'), consentWithdrawn),
    term('destroy', calendarDays(30), law('21(5)'), consentWithdrawn),
  ],
  ask: { proof: 'optional' },
} satisfies KindLaw
