import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'

export interface RequestHandedOverProps {
  number: string
  /** The colleague who is in charge now, as staff see the name. */
  officerName: string
  url: string
}

/** To the officer who was in charge before. */
export const requestHandedOver = defineEmail({
  name: 'request-handed-over',
  audience: 'staff',
  ru: ({ number, officerName, url }: RequestHandedOverProps) => ({
    subject: `Обращение ${number} передано другому сотруднику`,
    preview: 'От вас больше ничего не требуется.',
    heading: 'Обращение передано',
    blocks: [
      paragraph(
        'За это обращение теперь отвечает другой сотрудник. От вас больше ничего не требуется, и напоминания о нём приходить не будут.',
      ),
      facts(['Номер обращения', number], ['Теперь отвечает', officerName]),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, officerName, url }) => ({
    subject: `Request ${number} is handed over`,
    preview: 'Nothing more is needed from you.',
    heading: 'A request is handed over',
    blocks: [
      paragraph(
        'A colleague is in charge of this request now. Nothing more is needed from you, and its reminders will no longer come to you.',
      ),
      facts(['Request number', number], ['In charge now', officerName]),
      button('Open the request', url),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    officerName: 'Соколова А. В.',
    url: 'https://portal.example/ru/admin/requests/01a',
  },
})
