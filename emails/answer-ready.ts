import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'

export interface AnswerReadyProps {
  number: string
  caseUrl: string
}

export const answerReady = defineEmail({
  name: 'answer-ready',
  audience: 'requester',
  staleWhen: 'never',
  ru: ({ number, caseUrl }: AnswerReadyProps) => ({
    subject: `Обращение ${number}: ответ готов`,
    preview: 'Ответ ждёт вас на портале.',
    heading: 'Ответ готов',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        'Организация, в которую вы обратились, ответила вам. Ответ лежит на странице обращения: почтой мы его не посылаем, чтобы прочитать его могли только вы.',
      ),
      facts(['Номер обращения', number]),
      button('Прочитать ответ', caseUrl),
    ],
  }),
  en: ({ number, caseUrl }) => ({
    subject: `Request ${number}: the answer is ready`,
    preview: 'The answer is waiting for you on the portal.',
    heading: 'The answer is ready',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        'The organisation you wrote to has answered you. The answer is on the page of the request: we do not send it by mail, so that only you can read it.',
      ),
      facts(['Request number', number]),
      button('Read the answer', caseUrl),
    ],
  }),
  sample: { number: 'IM-2026-000123', caseUrl: 'https://portal.example/c/7Kx2' },
})
