import type { Locale } from '@/db/enums'
import { button, list, paragraph } from './blocks'
import { defineEmail } from './define'
import { type Undelivered, undelivered } from './undelivered'
import { clockLabel, type ClockLine, dueDate, dueIn, plural } from './words'

/** What several requests have in common. */
export type SeveralOf = 'new-request' | 'request-withdrawn' | 'deadline-reminder' | 'escalation' | 'mail-undeliverable'

interface SeveralItem {
  number: string
  url: string
  /** The clock that runs out first, where the letter is about clocks. */
  clock?: ClockLine
  /** Why its letter did not arrive, where the letter is about that. */
  cause?: Undelivered
}

export interface SeveralRequestsProps {
  of: SeveralOf
  /** Those to list; `total` may be larger, then the letter says how many more there are. */
  items: readonly SeveralItem[]
  total: number
  queueUrl: string
}

interface Words {
  subject: string
  heading: string
  text: string
}

const requests = {
  ru: (n: number) => `${n} ${plural('ru', n, { one: 'обращение', few: 'обращения', many: 'обращений' })}`,
  en: (n: number) => `${n} ${plural('en', n, { one: 'request', other: 'requests' })}`,
}

const words: Record<Locale, Record<SeveralOf, (total: string) => Words>> = {
  ru: {
    'new-request': (total) => ({
      subject: `Новые обращения: ${total}`,
      heading: 'Новые обращения',
      text: `На портале появилось больше одного нового обращения: всего ${total}. Вот все одним письмом.`,
    }),
    'request-withdrawn': (total) => ({
      subject: `Заявители передумали: ${total}`,
      heading: 'Обращения отозваны',
      text: `Заявители отозвали обращения, по которым вы работали: ${total}. Отвечать на них не нужно.`,
    }),
    'deadline-reminder': (total) => ({
      subject: `Сроки: ${total}`,
      heading: 'Сроки обращений',
      text: `Срок подходит или уже прошёл: ${total}. Сверху те, где он раньше.`,
    }),
    escalation: (total) => ({
      subject: `Требуют вашего внимания: ${total}`,
      heading: 'Нужно ваше вмешательство',
      text: `Срок прошёл, а обращения не закрыты: ${total}. Помогите сотрудникам или поручите обращения другим.`,
    }),
    'mail-undeliverable': (total) => ({
      subject: `Письма не доставлены: ${total}`,
      heading: 'Письма заявителям не доставлены',
      text: `Не дошли письма по нескольким обращениям: ${total}. Свяжитесь с заявителями другим способом. Сроки при этом не сдвигаются.`,
    }),
  },
  en: {
    'new-request': (total) => ({
      subject: `New on the portal: ${total}`,
      heading: 'New requests',
      text: `More than one new request has come to the portal: ${total} in all. Here they are in one letter.`,
    }),
    'request-withdrawn': (total) => ({
      subject: `Taken back by the requester: ${total}`,
      heading: 'Requests were taken back',
      text: `Requesters have taken back what you were working on: ${total}. They need no answer.`,
    }),
    'deadline-reminder': (total) => ({
      subject: `Due dates: ${total}`,
      heading: 'Due dates of requests',
      text: `A due date is near or has passed: ${total}. The earliest come first.`,
    }),
    escalation: (total) => ({
      subject: `Your attention is needed: ${total}`,
      heading: 'Your help is needed',
      text: `The due date has passed, and these are still open: ${total}. Please help the officers or assign the requests to somebody else.`,
    }),
    'mail-undeliverable': (total) => ({
      subject: `Letters were not delivered: ${total}`,
      heading: 'Letters to requesters were not delivered',
      text: `Letters about several requests did not arrive: ${total}. Please reach the requesters in another way. The due dates do not move.`,
    }),
  },
}

const takenBack: Record<Locale, string> = { ru: 'закрыто заявителем', en: 'closed by the requester' }

function noteOf({ clock, cause }: SeveralItem, locale: Locale): string {
  if (cause) return undelivered[locale][cause]
  if (!clock) return takenBack[locale]
  const due = dueDate(clock.dueOn, clock.provisional, locale)
  return `${clockLabel(clock.clock, locale)}, ${due}, ${dueIn(clock, locale)}`
}

const listed = (items: readonly SeveralItem[], locale: Locale) =>
  list(items.map((item) => ({ title: item.number, href: item.url, note: noteOf(item, locale) })))

/** One letter for many of a kind, where each would have been one: to an officer, or to the address for escalations. */
export const severalRequests = defineEmail({
  name: 'several-requests',
  audience: 'staff',
  staleWhen: 'all-told-over',
  ru: ({ of, items, total, queueUrl }: SeveralRequestsProps) => {
    const { subject, heading, text } = words.ru[of](requests.ru(total))
    return {
      subject,
      preview: text,
      heading,
      blocks: [
        paragraph(text),
        listed(items, 'ru'),
        ...(total > items.length ? [paragraph(`И ещё ${total - items.length}. Все обращения видны в очереди.`)] : []),
        button('Открыть очередь', queueUrl),
      ],
    }
  },
  en: ({ of, items, total, queueUrl }) => {
    const { subject, heading, text } = words.en[of](requests.en(total))
    return {
      subject,
      preview: text,
      heading,
      blocks: [
        paragraph(text),
        listed(items, 'en'),
        ...(total > items.length ? [paragraph(`And ${total - items.length} more. The queue shows them all.`)] : []),
        button('Open the queue', queueUrl),
      ],
    }
  },
  sample: {
    of: 'new-request',
    items: [
      {
        number: 'IM-2026-000123',
        url: 'https://portal.example/ru/admin/requests/01a',
        clock: { clock: 'answer', dueOn: '2027-01-12', daysLeft: 25 },
      },
      {
        number: 'IM-2026-000124',
        url: 'https://portal.example/ru/admin/requests/01b',
        clock: { clock: 'response', dueOn: '2027-01-17', daysLeft: 30 },
      },
    ],
    total: 5,
    queueUrl: 'https://portal.example/ru/admin',
  },
})
