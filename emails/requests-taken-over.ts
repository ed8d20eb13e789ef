import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'
import { dateInWords, plural } from './words'

export interface RequestsTakenOverProps {
  count: number
  /** The earliest date that binds in any of them. */
  earliestDueOn: string
  url: string
}

/** To whoever gets the requests of a colleague who is no longer in charge of them. */
export const requestsTakenOver = defineEmail({
  name: 'requests-taken-over',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ count, earliestDueOn, url }: RequestsTakenOverProps) => ({
    subject: `Вам переданы обращения: ${count}`,
    preview: `Ближайший срок: ${dateInWords(earliestDueOn, 'ru')}.`,
    heading: 'Вам переданы обращения коллеги',
    blocks: [
      paragraph(
        `Теперь вы отвечаете ещё за ${count} ${plural('ru', count, { one: 'обращение', few: 'обращения', many: 'обращений' })}. Напоминания о сроках будут приходить вам.`,
      ),
      facts(['Ближайший срок', dateInWords(earliestDueOn, 'ru')]),
      button('Открыть мои обращения', url),
    ],
  }),
  en: ({ count, earliestDueOn, url }) => ({
    subject: `Requests handed over to you: ${count}`,
    preview: `Earliest due date: ${dateInWords(earliestDueOn, 'en')}.`,
    heading: 'A colleague’s requests are handed over to you',
    blocks: [
      paragraph(
        `You are in charge of ${count} more ${plural('en', count, { one: 'request', other: 'requests' })} now. Reminders of their due dates will come to you.`,
      ),
      facts(['Earliest due date', dateInWords(earliestDueOn, 'en')]),
      button('Open my requests', url),
    ],
  }),
  sample: { count: 12, earliestDueOn: '2026-12-11', url: 'https://portal.example/ru/admin?filter=mine' },
})
