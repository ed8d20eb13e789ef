import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { clockFacts, type ClockLine, dateInWords, dueIn, earliestClock } from './words'

export interface DeadlineReminderProps {
  number: string
  /** The open clocks of the request; the subject speaks of the earliest. */
  clocks: readonly ClockLine[]
  url: string
}

const headings = {
  ru: { ahead: 'Срок приближается', today: 'Срок истекает сегодня', overdue: 'Срок прошёл' },
  en: { ahead: 'A due date is near', today: 'Due today', overdue: 'The due date has passed' },
}

const advice = {
  ru: {
    ahead: 'Проверьте, всё ли успеваете.',
    today: 'Сегодня последний день. Завершите работу над обращением до конца дня.',
    overdue: 'Завершите работу над обращением как можно скорее: просрочка остаётся в журнале.',
  },
  en: {
    ahead: 'Please check that everything will be done in time.',
    today: 'Today is the last day. Please finish the work on the request before the day ends.',
    overdue: 'Please finish the work on the request as soon as you can: the delay stays in the register.',
  },
}

const stage = (daysLeft: number) => (daysLeft > 0 ? 'ahead' : daysLeft === 0 ? 'today' : 'overdue')

export const deadlineReminder = defineEmail({
  name: 'deadline-reminder',
  audience: 'staff',
  staleWhen: 'reminders-over',
  ru: ({ number, clocks, url }: DeadlineReminderProps) => {
    const earliest = earliestClock(clocks)
    const { dueOn, daysLeft } = earliest
    return {
      subject: `Обращение ${number}: ${dueIn(earliest, 'ru')}`,
      preview: `Срок: ${dateInWords(dueOn, 'ru')}.`,
      heading: headings.ru[stage(daysLeft)],
      blocks: [
        paragraph(advice.ru[stage(daysLeft)]),
        facts(['Номер обращения', number], ...clockFacts(clocks, 'ru')),
        button('Открыть обращение', url),
      ],
    }
  },
  en: ({ number, clocks, url }) => {
    const earliest = earliestClock(clocks)
    const { dueOn, daysLeft } = earliest
    return {
      subject: `Request ${number}: ${dueIn(earliest, 'en')}`,
      preview: `Due date: ${dateInWords(dueOn, 'en')}.`,
      heading: headings.en[stage(daysLeft)],
      blocks: [
        paragraph(advice.en[stage(daysLeft)]),
        facts(['Request number', number], ...clockFacts(clocks, 'en')),
        button('Open the request', url),
      ],
    }
  },
  sample: {
    number: 'IM-2026-000123',
    clocks: [
      { clock: 'response', dueOn: '2027-01-17', daysLeft: 8, lastWorkingDayOn: '2027-01-15', provisional: true },
      { clock: 'answer', dueOn: '2027-01-12', daysLeft: 3, provisional: true },
    ],
    url: 'https://portal.example/ru/admin/requests/01a',
  },
})
