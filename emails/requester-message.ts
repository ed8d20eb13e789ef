import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { clockFacts, type ClockLine } from './words'

export interface RequesterMessageProps {
  number: string
  /** How many messages came since the last letter, where more than one did. */
  messages?: number
  clocks: readonly ClockLine[]
  url: string
}

export const requesterMessage = defineEmail({
  name: 'requester-message',
  audience: 'staff',
  staleWhen: 'closed',
  ru: ({ number, messages, clocks, url }: RequesterMessageProps) => ({
    subject: `Обращение ${number}: новое сообщение`,
    preview: 'Заявитель написал вам на портале.',
    heading: 'Новое сообщение от заявителя',
    blocks: [
      paragraph('Заявитель написал вам на портале. Сообщение лежит на странице обращения.'),
      facts(
        ['Номер обращения', number],
        ...(messages ? [['Новых сообщений', String(messages)] as const] : []),
        ...clockFacts(clocks, 'ru'),
      ),
      button('Прочитать сообщение', url),
    ],
  }),
  en: ({ number, messages, clocks, url }) => ({
    subject: `Request ${number}: new message`,
    preview: 'The requester has written to you on the portal.',
    heading: 'New message from the requester',
    blocks: [
      paragraph('The requester has written to you on the portal. The message is on the page of the request.'),
      facts(
        ['Request number', number],
        ...(messages ? [['New messages', String(messages)] as const] : []),
        ...clockFacts(clocks, 'en'),
      ),
      button('Read the message', url),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    clocks: [{ clock: 'response', dueOn: '2026-12-31', daysLeft: 14 }],
    url: 'https://portal.example/ru/admin/requests/01a',
  },
})
