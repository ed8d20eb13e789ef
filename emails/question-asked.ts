import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { dateInWords } from './words'

export interface QuestionAskedProps {
  number: string
  dueOn: string
  caseUrl: string
}

/** The question itself stays behind the sign-in: it may tell what the request is about. */
export const questionAsked = defineEmail({
  name: 'question-asked',
  audience: 'requester',
  ru: ({ number, dueOn, caseUrl }: QuestionAskedProps) => ({
    subject: `Обращение ${number}: нужен ваш ответ`,
    preview: 'К обращению есть вопрос. Он ждёт вас на портале.',
    heading: 'К вашему обращению есть вопрос',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        'Организация, в которую вы обратились, просит вас кое-что уточнить. В письмах мы подробностей не пишем: вопрос ждёт вас на странице обращения.',
      ),
      facts(['Номер обращения', number], ['Ответ не позднее', dateInWords(dueOn, 'ru')]),
      paragraph('Срок из-за вопроса не сдвигается. Чем раньше вы ответите, тем полнее будет ответ на обращение.'),
      button('Прочитать вопрос и ответить', caseUrl),
    ],
  }),
  en: ({ number, dueOn, caseUrl }) => ({
    subject: `Request ${number}: your reply is needed`,
    preview: 'There is a question about your request on the portal.',
    heading: 'There is a question about your request',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        'The organisation you wrote to asks you to clarify something. We put no details into letters: the question is waiting on the page of the request.',
      ),
      facts(['Request number', number], ['Answer no later than', dateInWords(dueOn, 'en')]),
      paragraph('The question does not move the due date. The sooner you reply, the fuller the answer can be.'),
      button('Read the question and reply', caseUrl),
    ],
  }),
  sample: { number: 'IM-2026-000123', dueOn: '2026-12-31', caseUrl: 'https://portal.example/c/7Kx2' },
})
