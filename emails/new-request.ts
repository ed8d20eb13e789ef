import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { clockFacts, type ClockLine, dateInWords, dueIn, earliestClock } from './words'

export interface NewRequestProps {
  number: string
  receivedOn: string
  clocks: readonly ClockLine[]
  url: string
}

export const newRequest = defineEmail({
  name: 'new-request',
  audience: 'staff',
  staleWhen: 'answered',
  ru: ({ number, receivedOn, clocks, url }: NewRequestProps) => ({
    subject: `Новое обращение ${number}`,
    preview: `Ближайший срок: ${dateInWords(earliestClock(clocks).dueOn, 'ru')}.`,
    heading: 'Новое обращение',
    blocks: [
      paragraph(`Зарегистрировано новое обращение: ${dueIn(earliestClock(clocks), 'ru')}.`),
      facts(['Номер обращения', number], ['Получено', dateInWords(receivedOn, 'ru')], ...clockFacts(clocks, 'ru')),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, receivedOn, clocks, url }) => ({
    subject: `New request ${number}`,
    preview: `Earliest due date: ${dateInWords(earliestClock(clocks).dueOn, 'en')}.`,
    heading: 'New request',
    blocks: [
      paragraph(`A new request has been registered: ${dueIn(earliestClock(clocks), 'en')}.`),
      facts(['Request number', number], ['Received on', dateInWords(receivedOn, 'en')], ...clockFacts(clocks, 'en')),
      button('Open the request', url),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    receivedOn: '2026-12-18',
    clocks: [
      { clock: 'response', dueOn: '2027-01-17', daysLeft: 30, lastWorkingDayOn: '2027-01-15' },
      { clock: 'answer', dueOn: '2027-01-12', daysLeft: 25 },
    ],
    url: 'https://portal.example/ru/admin/requests/01a',
  },
})
