import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { clockFacts, type ClockLine, dueIn, earliestClock } from './words'

export interface EscalationProps {
  number: string
  clocks: readonly ClockLine[]
  /** The officer in charge, as staff see the name; absent where nobody is. */
  officerName?: string
  url: string
}

/** To the lead: a due date is close or past, and something of the request is still to be done. */
export const escalation = defineEmail({
  name: 'escalation',
  audience: 'staff',
  staleWhen: 'reminders-over',
  ru: ({ number, clocks, officerName, url }: EscalationProps) => ({
    subject: `Обращение ${number} требует вашего внимания: ${dueIn(earliestClock(clocks), 'ru')}`,
    preview: officerName ? 'Обращение ещё не закрыто.' : 'За обращение никто не отвечает.',
    heading: 'Нужно ваше вмешательство',
    blocks: [
      paragraph(
        officerName
          ? 'Обращение ещё не закрыто, а срок на исходе или уже прошёл. Помогите сотруднику или поручите обращение другому.'
          : 'За обращение никто не отвечает, а срок на исходе или уже прошёл. Поручите его сотруднику.',
      ),
      facts(['Номер обращения', number], ['Отвечает', officerName ?? 'никто не назначен'], ...clockFacts(clocks, 'ru')),
      button('Открыть обращение', url),
    ],
  }),
  en: ({ number, clocks, officerName, url }) => ({
    subject: `Request ${number} needs your attention: ${dueIn(earliestClock(clocks), 'en')}`,
    preview: officerName ? 'The request is still open.' : 'Nobody is in charge of the request.',
    heading: 'Your help is needed',
    blocks: [
      paragraph(
        officerName
          ? 'The request is still open, and a due date is close or past. Please help the officer or assign the request to somebody else.'
          : 'Nobody is in charge of the request, and a due date is close or past. Please assign it.',
      ),
      facts(['Request number', number], ['In charge', officerName ?? 'nobody yet'], ...clockFacts(clocks, 'en')),
      button('Open the request', url),
    ],
  }),
  sample: {
    number: 'IM-2026-000123',
    clocks: [
      { clock: 'response', dueOn: '2026-12-31', daysLeft: 19 },
      { clock: 'answer', dueOn: '2026-12-11', daysLeft: -1 },
    ],
    officerName: 'Соколова А. В.',
    url: 'https://portal.example/ru/admin/requests/01a',
  },
})
