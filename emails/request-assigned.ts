import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { clockFacts, type ClockLine, dueIn, earliestClock } from './words'

export interface RequestAssignedProps {
  number: string
  clocks: readonly ClockLine[]
  url: string
}

export const requestAssigned = defineEmail({
  name: 'request-assigned',
  audience: 'staff',
  staleWhen: 'closed',
  ru: ({ number, clocks, url }: RequestAssignedProps) => ({
    subject: `Обращение ${number} поручено вам`,
    preview: `Ближайший срок: ${dueIn(earliestClock(clocks), 'ru')}.`,
    heading: 'Обращение поручено вам',
    blocks: [
      paragraph('Теперь за это обращение отвечаете вы. Напоминания о сроках будут приходить вам.'),
      facts(['Номер обращения', number], ...clockFacts(clocks, 'ru')),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, clocks, url }) => ({
    subject: `Request ${number} is assigned to you`,
    preview: `Earliest due date: ${dueIn(earliestClock(clocks), 'en')}.`,
    heading: 'A request is assigned to you',
    blocks: [
      paragraph('You are in charge of this request from now on. Reminders of its due dates will come to you.'),
      facts(['Request number', number], ...clockFacts(clocks, 'en')),
      button('Open the request', url),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    clocks: [
      { clock: 'response', dueOn: '2026-12-31', daysLeft: 21 },
      { clock: 'correct', dueOn: '2026-12-11', daysLeft: 1 },
    ],
    url: 'https://portal.example/ru/admin/requests/01a',
  },
})
