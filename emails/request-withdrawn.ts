import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'

export interface RequestWithdrawnProps {
  number: string
  url: string
}

export const requestWithdrawn = defineEmail({
  name: 'request-withdrawn',
  audience: 'staff',
  staleWhen: 'never-heard-of',
  ru: ({ number, url }: RequestWithdrawnProps) => ({
    subject: `Обращение ${number}: закрыто заявителем`,
    preview: 'Заявитель отозвал обращение, отвечать на него не нужно.',
    heading: 'Заявитель отозвал обращение',
    blocks: [
      paragraph('Обращение закрыто, его сроки отпали, напоминаний больше не будет. Отвечать на него не нужно.'),
      facts(['Номер обращения', number]),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, url }) => ({
    subject: `Request ${number}: closed by the requester`,
    preview: 'The requester has withdrawn the request: no answer is due.',
    heading: 'The requester has withdrawn the request',
    blocks: [
      paragraph('The request is closed, its deadlines have lapsed, and no more reminders come. No answer is due.'),
      facts(['Request number', number]),
      button('Open the request', url),
    ],
  }),
  sample: { number: 'IM-2026-000123', url: 'https://portal.example/ru/admin/requests/01a' },
})
