import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { dateInWords } from './words'

export interface QuestionAskedProps {
  number: string
  /** By when the answer comes; absent where it has been given and something else is left to do. */
  dueOn?: string
  caseUrl: string
}

/** The question itself stays behind the sign-in: it may tell what the request is about. */
export const questionAsked = defineEmail({
  name: 'question-asked',
  audience: 'requester',
  staleWhen: 'closed',
  ru: ({ number, dueOn, caseUrl }: QuestionAskedProps) => ({
    subject: `Обращение ${number}: нужен ваш ответ`,
    preview: 'К обращению есть вопрос. Он ждёт вас на портале.',
    heading: 'К вашему обращению есть вопрос',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        'Организация, в которую вы обратились, просит вас кое-что уточнить. В письмах мы подробностей не пишем: вопрос ждёт вас на странице обращения.',
      ),
      facts(['Номер обращения', number], ...(dueOn ? ([['Ответ не позднее', dateInWords(dueOn, 'ru')]] as const) : [])),
      paragraph('Сроки из-за вопроса не сдвигаются. Чем раньше вы ответите, тем лучше.'),
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
      facts(
        ['Request number', number],
        ...(dueOn ? ([['Answer no later than', dateInWords(dueOn, 'en')]] as const) : []),
      ),
      paragraph('The question does not move any due date. The sooner you reply, the better.'),
      button('Read the question and reply', caseUrl),
    ],
  }),
  sample: { number: 'IM-2026-000123', dueOn: '2026-12-31', caseUrl: 'https://portal.example/c/7Kx2' },
})
