import type { ClockName, Locale } from '@/db/enums'
import { button, type Fact, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { dateInWords, dueDate } from './words'

export interface DeadlineExtendedProps {
  number: string
  /** Which of its terms; absent in mails of an earlier version, which spoke of the answer alone. */
  clock?: ClockName
  previousDueOn: string
  dueOn: string
  provisional?: boolean
  /** By when the answer comes all the same; absent where it is given. */
  answerDueOn?: string
  caseUrl: string
}

/** What got longer, without a word on what was asked: the page of the request names it. */
const subjectOf = (clock: ClockName | undefined) =>
  clock === undefined || clock === 'answer' || clock === 'response' ? 'answer' : clock === 'check' ? 'check' : 'demand'

const words = {
  ru: {
    answer: { title: 'срок ответа продлён', needs: 'чтобы ответить вам' },
    check: { title: 'срок проверки продлён', needs: 'чтобы закончить проверку по вашему обращению' },
    demand: { title: 'срок исполнения продлён', needs: 'чтобы исполнить то, о чём вы просите' },
  },
  en: {
    answer: { title: 'more time to answer', needs: 'to answer you' },
    check: { title: 'more time for the check', needs: 'to finish the check that you asked for' },
    demand: { title: 'more time to carry it out', needs: 'to carry out what you asked for' },
  },
} as const

const labels = {
  ru: { previous: 'Прежний срок', next: 'Новый срок', answer: 'Ответ не позднее' },
  en: { previous: 'Previous due date', next: 'New due date', answer: 'Answer no later than' },
} as const

/** The dates of the term that moved; beside them that of the answer, where another term holds it. */
function dates({ previousDueOn, dueOn, provisional, answerDueOn }: DeadlineExtendedProps, locale: Locale): Fact[] {
  const { previous, next, answer } = labels[locale]
  return [
    [previous, dateInWords(previousDueOn, locale)],
    [next, dueDate(dueOn, provisional, locale)],
    ...(answerDueOn && answerDueOn !== dueOn ? [[answer, dateInWords(answerDueOn, locale)] as const] : []),
  ]
}

/** Announces the reasoned notice of 152-FZ 20(1); its text is behind the sign-in. */
export const deadlineExtended = defineEmail({
  name: 'deadline-extended',
  audience: 'requester',
  staleWhen: 'never',
  ru: (props: DeadlineExtendedProps) => {
    const { title, needs } = words.ru[subjectOf(props.clock)]
    return {
      subject: `Обращение ${props.number}: ${title}`,
      preview: `Новый срок: ${dateInWords(props.dueOn, 'ru')}.`,
      heading: title.charAt(0).toUpperCase() + title.slice(1),
      blocks: [
        paragraph('Здравствуйте!'),
        paragraph(
          `Организации, в которую вы обратились, нужно больше времени, ${needs}. Почему, сказано в уведомлении на странице обращения. Продлить этот срок ещё раз нельзя, остальные сроки не изменились.`,
        ),
        facts(['Номер обращения', props.number], ...dates(props, 'ru')),
        button('Прочитать уведомление', props.caseUrl),
      ],
    }
  },
  en: (props) => {
    const { title, needs } = words.en[subjectOf(props.clock)]
    return {
      subject: `Request ${props.number}: ${title}`,
      preview: `New due date: ${dateInWords(props.dueOn, 'en')}.`,
      heading: title.charAt(0).toUpperCase() + title.slice(1),
      blocks: [
        paragraph('Hello,'),
        paragraph(
          `The organisation you wrote to needs more time ${needs}. The notice on the page of the request says why. This term cannot be extended again, the others have not changed.`,
        ),
        facts(['Request number', props.number], ...dates(props, 'en')),
        button('Read the notice', props.caseUrl),
      ],
    }
  },
  sample: {
    number: 'IM-2026-000123',
    clock: 'answer',
    previousDueOn: '2027-01-12',
    dueOn: '2027-01-19',
    answerDueOn: '2027-01-17',
    caseUrl: 'https://portal.example/c/7Kx2',
  },
})
