import type { Locale } from '@/db/enums'
import { button, facts, list, paragraph } from './blocks'
import { defineEmail } from './define'
import { clockLabel, type ClockLine, dateInWords, dueDate, dueIn } from './words'

interface DigestItem extends ClockLine {
  number: string
  url: string
}

export interface DigestProps {
  /** The day of the digest, in the operator's time zone. */
  on: string
  open: number
  overdue: number
  dueToday: number
  /** The most urgent requests, the first first, each with its earliest clock. */
  items: readonly DigestItem[]
  queueUrl: string
}

const urgent = (items: readonly DigestItem[], locale: Locale) =>
  list(
    items.map((item) => ({
      title: item.number,
      href: item.url,
      note: `${clockLabel(item.clock, locale)}, ${dueDate(item.dueOn, item.provisional, locale)}, ${dueIn(item, locale)}`,
    })),
  )

export const digest = defineEmail({
  name: 'digest',
  audience: 'staff',
  staleWhen: 'digest-over',
  ru: ({ on, open, overdue, dueToday, items, queueUrl }: DigestProps) => ({
    subject: `Сводка обращений: ${dateInWords(on, 'ru')}`,
    preview: `Открыто: ${open}, просрочено: ${overdue}, срок сегодня: ${dueToday}.`,
    heading: 'Сводка обращений',
    blocks: [
      facts(
        ['День', dateInWords(on, 'ru')],
        ['Открыто', String(open)],
        ['Просрочено', String(overdue)],
        ['Срок сегодня', String(dueToday)],
      ),
      ...(items.length > 0
        ? [paragraph('Самые срочные:'), urgent(items, 'ru')]
        : [paragraph('Срочных обращений нет. Хорошего дня!')]),
      button('Открыть очередь', queueUrl),
    ],
  }),
  en: ({ on, open, overdue, dueToday, items, queueUrl }) => ({
    subject: `Requests digest: ${dateInWords(on, 'en')}`,
    preview: `Open: ${open}, overdue: ${overdue}, due today: ${dueToday}.`,
    heading: 'Requests digest',
    blocks: [
      facts(
        ['Day', dateInWords(on, 'en')],
        ['Open', String(open)],
        ['Overdue', String(overdue)],
        ['Due today', String(dueToday)],
      ),
      ...(items.length > 0
        ? [paragraph('The most urgent:'), urgent(items, 'en')]
        : [paragraph('Nothing is urgent. Have a good day!')]),
      button('Open the queue', queueUrl),
    ],
  }),
  sample: {
    on: '2026-12-14',
    open: 12,
    overdue: 1,
    dueToday: 1,
    items: [
      {
        number: 'IM-2026-000119',
        clock: 'answer',
        dueOn: '2026-12-11',
        daysLeft: -3,
        url: 'https://portal.example/ru/admin/requests/019',
      },
      {
        number: 'IM-2026-000123',
        clock: 'response',
        dueOn: '2026-12-14',
        daysLeft: 0,
        url: 'https://portal.example/ru/admin/requests/01a',
      },
    ],
    queueUrl: 'https://portal.example/ru/admin',
  },
})
