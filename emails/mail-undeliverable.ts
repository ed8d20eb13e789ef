import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'

export interface MailUndeliverableProps {
  number: string
  /** `refused` for good by the requester's mail server, or `given-up` after 72 hours of tries. */
  cause: 'refused' | 'given-up'
  url: string
}

const causes = {
  ru: {
    refused: 'Почтовый сервер заявителя отказался принять письмо.',
    'given-up': 'Мы пытались отправить письмо трое суток, но почтовый сервер заявителя так его и не принял.',
  },
  en: {
    refused: "The requester's mail server has refused the letter.",
    'given-up': "We tried to send the letter for three days, and the requester's mail server did not take it.",
  },
}

export const mailUndeliverable = defineEmail({
  name: 'mail-undeliverable',
  audience: 'staff',
  ru: ({ number, cause, url }: MailUndeliverableProps) => ({
    subject: `Обращение ${number}: письмо не доставлено`,
    preview: causes.ru[cause],
    heading: 'Письмо заявителю не доставлено',
    blocks: [
      paragraph(causes.ru[cause]),
      paragraph('Свяжитесь с заявителем другим способом, который указан в обращении. Сроки при этом не сдвигаются.'),
      facts(['Номер обращения', number]),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, cause, url }) => ({
    subject: `Request ${number}: a letter was not delivered`,
    preview: causes.en[cause],
    heading: 'A letter to the requester was not delivered',
    blocks: [
      paragraph(causes.en[cause]),
      paragraph('Please reach the requester in another way that the request names. The due dates do not move.'),
      facts(['Request number', number]),
      button('Open the request', url),
    ],
  }),
  sample: { number: 'IM-2026-000123', cause: 'refused', url: 'https://portal.example/ru/admin/requests/01a' },
})
