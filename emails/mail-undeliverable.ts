import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { type Undelivered, undelivered } from './undelivered'

export interface MailUndeliverableProps {
  number: string
  cause: Undelivered
  url: string
}

export const mailUndeliverable = defineEmail({
  name: 'mail-undeliverable',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ number, cause, url }: MailUndeliverableProps) => ({
    subject: `Обращение ${number}: письмо не доставлено`,
    preview: undelivered.ru[cause],
    heading: 'Письмо заявителю не доставлено',
    blocks: [
      paragraph(undelivered.ru[cause]),
      paragraph('Свяжитесь с заявителем другим способом, который указан в обращении. Сроки при этом не сдвигаются.'),
      facts(['Номер обращения', number]),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, cause, url }) => ({
    subject: `Request ${number}: a letter was not delivered`,
    preview: undelivered.en[cause],
    heading: 'A letter to the requester was not delivered',
    blocks: [
      paragraph(undelivered.en[cause]),
      paragraph('Please reach the requester in another way that the request names. The due dates do not move.'),
      facts(['Request number', number]),
      button('Open the request', url),
    ],
  }),
  sample: { number: 'IM-2026-000123', cause: 'address-refused', url: 'https://portal.example/ru/admin/requests/01a' },
})
