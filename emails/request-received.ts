import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { dateInWords, dueDate } from './words'

export interface RequestReceivedProps {
  number: string
  receivedOn: string
  /** By when the answer comes: the earliest of the dates that bind it. */
  dueOn: string
  provisional?: boolean
  /** Absent where the address is confirmed already. */
  confirmUrl?: string
  caseUrl: string
}

export const requestReceived = defineEmail({
  name: 'request-received',
  audience: 'requester',
  staleWhen: 'never',
  ru: ({ number, receivedOn, dueOn, provisional, confirmUrl, caseUrl }: RequestReceivedProps) => ({
    subject: `Обращение ${number} зарегистрировано`,
    preview: `Ответ должны дать не позднее ${dateInWords(dueOn, 'ru')}.`,
    heading: 'Ваше обращение зарегистрировано',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph('Организация, в которую вы обратились, получила ваше обращение. Сохраните его номер.'),
      facts(
        ['Номер обращения', number],
        ['Получено', dateInWords(receivedOn, 'ru')],
        ['Ответ не позднее', dueDate(dueOn, provisional, 'ru')],
      ),
      ...(confirmUrl
        ? [
            paragraph(
              'Остался один шаг: подтвердите адрес почты. Так мы будем уверены, что письма об обращении получаете именно вы. Срок ответа уже идёт, ждать подтверждения он не будет.',
            ),
            button('Подтвердить адрес', confirmUrl),
          ]
        : []),
      paragraph(
        'На странице обращения видно, что с ним происходит, все его сроки и на чём они основаны. Там же можно дополнить его и прочитать ответ.',
      ),
      button('Открыть обращение', caseUrl),
    ],
  }),
  en: ({ number, receivedOn, dueOn, provisional, confirmUrl, caseUrl }) => ({
    subject: `Request ${number} is registered`,
    preview: `The answer is due no later than ${dateInWords(dueOn, 'en')}.`,
    heading: 'Your request is registered',
    blocks: [
      paragraph('Hello,'),
      paragraph('The organisation you wrote to has received your request. Please keep its number.'),
      facts(
        ['Request number', number],
        ['Received on', dateInWords(receivedOn, 'en')],
        ['Answer no later than', dueDate(dueOn, provisional, 'en')],
      ),
      ...(confirmUrl
        ? [
            paragraph(
              'One step is left: confirm your e-mail address, so that we can be sure letters about the request reach you and nobody else. The time to answer is running already; it does not wait for this.',
            ),
            button('Confirm the address', confirmUrl),
          ]
        : []),
      paragraph(
        'The page of the request shows how it is going, all its due dates and what they rest on. You can add to the request and read the answer there.',
      ),
      button('Open the request', caseUrl),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    receivedOn: '2026-12-01',
    dueOn: '2026-12-31',
    confirmUrl: 'https://portal.example/confirm/3fQ9',
    caseUrl: 'https://portal.example/c/7Kx2',
  },
})
