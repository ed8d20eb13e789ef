import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'

export interface RequestHandedOverProps {
  number: string
  /** The colleague who is in charge now, as staff see the name; null for a request that is back in the queue. */
  officerName: string | null
  url: string
}

/** To the officer who was in charge before. */
export const requestHandedOver = defineEmail({
  name: 'request-handed-over',
  audience: 'staff',
  staleWhen: 'closed',
  ru: ({ number, officerName, url }: RequestHandedOverProps) => ({
    subject: `Обращение ${number} больше не за вами`,
    preview: officerName === null ? 'Обращение снова в общей очереди.' : 'От вас больше ничего не требуется.',
    heading: officerName === null ? 'Обращение снова в очереди' : 'Обращение передано',
    blocks: [
      paragraph(
        officerName === null
          ? 'Это обращение вернули в общую очередь: вы больше не отвечаете за него один. Пока его никто не взял, напоминания приходят всем.'
          : 'За это обращение теперь отвечает другой сотрудник. От вас больше ничего не требуется, и напоминания о нём приходить не будут.',
      ),
      facts(['Номер обращения', number], ['Теперь отвечает', officerName ?? 'пока никто']),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, officerName, url }) => ({
    subject: `Request ${number} is no longer yours`,
    preview: officerName === null ? 'The request is back in the shared queue.' : 'Nothing more is needed from you.',
    heading: officerName === null ? 'A request is back in the queue' : 'A request is handed over',
    blocks: [
      paragraph(
        officerName === null
          ? 'This request is back in the shared queue: you alone are in charge of it no longer. Until somebody takes it, its reminders go to everybody.'
          : 'A colleague is in charge of this request now. Nothing more is needed from you, and its reminders will no longer come to you.',
      ),
      facts(['Request number', number], ['In charge now', officerName ?? 'nobody yet']),
      button('Open the request', url),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    officerName: 'Соколова А. В.',
    url: 'https://portal.example/ru/admin/requests/01a',
  },
})
