import type { ClockName } from '@/db/enums'
import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { clockLabel, dateInWords, dueDate } from './words'

export interface DeadlineExtendedNoticeProps {
  number: string
  clock: ClockName
  previousDueOn: string
  dueOn: string
  provisional?: boolean
  url: string
}

export const deadlineExtendedNotice = defineEmail({
  name: 'deadline-extended-notice',
  audience: 'staff',
  staleWhen: 'closed',
  ru: ({ number, clock, previousDueOn, dueOn, provisional, url }: DeadlineExtendedNoticeProps) => ({
    subject: `Обращение ${number}: срок продлён`,
    preview: `Новый срок: ${dateInWords(dueOn, 'ru')}.`,
    heading: 'Срок продлён',
    blocks: [
      paragraph('Срок продлён, уведомление с причинами направлено заявителю. Остальные сроки не изменились.'),
      facts(
        ['Номер обращения', number],
        ['Какой срок', clockLabel(clock, 'ru')],
        ['Прежний срок', dateInWords(previousDueOn, 'ru')],
        ['Новый срок', dueDate(dueOn, provisional, 'ru')],
      ),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, clock, previousDueOn, dueOn, provisional, url }) => ({
    subject: `Request ${number}: due date extended`,
    preview: `New due date: ${dateInWords(dueOn, 'en')}.`,
    heading: 'A due date is extended',
    blocks: [
      paragraph(
        'The due date is extended, and a reasoned notice has been issued to the requester. The other clocks have not changed.',
      ),
      facts(
        ['Request number', number],
        ['Clock', clockLabel(clock, 'en')],
        ['Previous due date', dateInWords(previousDueOn, 'en')],
        ['New due date', dueDate(dueOn, provisional, 'en')],
      ),
      button('Open the request', url),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    clock: 'answer',
    previousDueOn: '2027-01-12',
    dueOn: '2027-01-19',
    url: 'https://portal.example/ru/admin/requests/01a',
  },
})
