import type { ClockName, Locale } from '@/db/enums'
import { button, list, paragraph } from './blocks'
import { defineEmail } from './define'
import { clockLabel, dateInWords, plural } from './words'

interface MovedClock {
  number: string
  clock: ClockName
  previousDueOn: string
  dueOn: string
  url: string
}

export interface DueDatesMovedProps {
  /** The clocks to list; `total` may be larger, then the letter says how many more there are. */
  moved: readonly MovedClock[]
  total: number
  queueUrl: string
}

const items = (moved: readonly MovedClock[], locale: Locale) =>
  list(
    moved.map(({ number, clock, previousDueOn, dueOn, url }) => ({
      title: number,
      href: url,
      note: `${clockLabel(clock, locale)}, ${dateInWords(previousDueOn, locale)} → ${dateInWords(dueOn, locale)}`,
    })),
  )

/** Sent when a change of the production calendar moved due dates of open requests. */
export const dueDatesMoved = defineEmail({
  name: 'due-dates-moved',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ moved, total, queueUrl }: DueDatesMovedProps) => ({
    subject: `Календарь изменён: ${plural('ru', total, { one: 'сдвинут', few: 'сдвинуты', many: 'сдвинуто' })} ${total} ${plural('ru', total, { one: 'срок', few: 'срока', many: 'сроков' })}`,
    preview: 'Сроки открытых обращений пересчитаны.',
    heading: 'Сроки пересчитаны',
    blocks: [
      paragraph('Производственный календарь изменился, и сроки открытых обращений пересчитаны. Проверьте свои планы.'),
      items(moved, 'ru'),
      ...(total > moved.length ? [paragraph(`И ещё ${total - moved.length}. Все сроки видны в очереди.`)] : []),
      button('Открыть очередь', queueUrl),
    ],
  }),
  en: ({ moved, total, queueUrl }) => ({
    subject: `Calendar changed: ${total} ${plural('en', total, { one: 'due date', other: 'due dates' })} moved`,
    preview: 'The due dates of open requests have been counted anew.',
    heading: 'Due dates have moved',
    blocks: [
      paragraph(
        'The production calendar has changed, and the due dates of open requests have been counted anew. Please check your plans.',
      ),
      items(moved, 'en'),
      ...(total > moved.length ? [paragraph(`And ${total - moved.length} more. The queue shows them all.`)] : []),
      button('Open the queue', queueUrl),
    ],
  }),
  sample: {
    moved: [
      {
        number: 'IM-2026-000123',
        clock: 'answer',
        previousDueOn: '2027-02-19',
        dueOn: '2027-02-20',
        url: 'https://portal.example/ru/admin/requests/01a',
      },
      {
        number: 'IM-2026-000124',
        clock: 'correct',
        previousDueOn: '2027-02-24',
        dueOn: '2027-02-25',
        url: 'https://portal.example/ru/admin/requests/01b',
      },
    ],
    total: 5,
    queueUrl: 'https://portal.example/ru/admin',
  },
})
