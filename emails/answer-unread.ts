import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { dateInWords } from './words'

export interface AnswerUnreadProps {
  number: string
  answeredOn: string
  caseUrl: string
}

export const answerUnread = defineEmail({
  name: 'answer-unread',
  audience: 'requester',
  staleWhen: 'answer-read',
  ru: ({ number, answeredOn, caseUrl }: AnswerUnreadProps) => ({
    subject: `Обращение ${number}: вас ждёт ответ`,
    preview: 'Ответ готов, но его ещё не открывали.',
    heading: 'Вас ждёт ответ',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph('Ответ на ваше обращение готов, но его ещё не открывали. Возможно, прошлое письмо затерялось.'),
      facts(['Номер обращения', number], ['Ответ дан', dateInWords(answeredOn, 'ru')]),
      button('Прочитать ответ', caseUrl),
    ],
  }),
  en: ({ number, answeredOn, caseUrl }) => ({
    subject: `Request ${number}: an answer is waiting`,
    preview: 'The answer is ready and has not been opened yet.',
    heading: 'An answer is waiting for you',
    blocks: [
      paragraph('Hello,'),
      paragraph('The answer to your request is ready and has not been opened yet. Perhaps our last letter got lost.'),
      facts(['Request number', number], ['Answered on', dateInWords(answeredOn, 'en')]),
      button('Read the answer', caseUrl),
    ],
  }),
  sample: { number: 'IM-2026-000123', answeredOn: '2026-12-28', caseUrl: 'https://portal.example/c/7Kx2' },
})
