import { law, t } from '../../operators/text'
import type { KindLaw } from '../model'
import { calendarDays, term } from '../terms'

export const automatedDecisionLaw = {
  legalBasis: law('16(1)', '16(4)'),
  summary: t(
    'Решение, которое затронуло ваши права, приняла программа без участия человека? Вы можете возразить: клиника рассмотрит возражение и сообщит, что решила (152-ФЗ, ст. 16).',
    'Was a decision that touches your rights made by a program alone, with no human? You may object: the clinic considers your objection and tells you what it has decided (152-FZ, art. 16).',
  ),
  terms: [term('answer', calendarDays(30), law('16(4)'))],
  ask: { proof: 'optional' },
} satisfies KindLaw
