import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { dateInWords, dueDate } from './words'

export interface DeadlineExtendedProps {
  number: string
  previousDueOn: string
  dueOn: string
  provisional?: boolean
  caseUrl: string
}

/** Announces the reasoned notice of 152-FZ 20(1); its text is behind the sign-in. */
export const deadlineExtended = defineEmail({
  name: 'deadline-extended',
  audience: 'requester',
  ru: ({ number, previousDueOn, dueOn, provisional, caseUrl }: DeadlineExtendedProps) => ({
    subject: `Обращение ${number}: срок ответа продлён`,
    preview: `Новый срок: ${dateInWords(dueOn, 'ru')}.`,
    heading: 'Срок ответа продлён',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        'Организации, в которую вы обратились, нужно больше времени, чтобы ответить вам. Почему, сказано в уведомлении на странице обращения. Продлить этот срок ещё раз нельзя.',
      ),
      facts(
        ['Номер обращения', number],
        ['Прежний срок', dateInWords(previousDueOn, 'ru')],
        ['Новый срок', dueDate(dueOn, provisional, 'ru')],
      ),
      button('Прочитать уведомление', caseUrl),
    ],
  }),
  en: ({ number, previousDueOn, dueOn, provisional, caseUrl }) => ({
    subject: `Request ${number}: more time to answer`,
    preview: `New due date: ${dateInWords(dueOn, 'en')}.`,
    heading: 'The time to answer is extended',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        'The organisation you wrote to needs more time to answer you. The notice on the page of the request says why. This term cannot be extended again.',
      ),
      facts(
        ['Request number', number],
        ['Previous due date', dateInWords(previousDueOn, 'en')],
        ['New due date', dueDate(dueOn, provisional, 'en')],
      ),
      button('Read the notice', caseUrl),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    previousDueOn: '2027-01-12',
    dueOn: '2027-01-19',
    caseUrl: 'https://portal.example/c/7Kx2',
  },
})
