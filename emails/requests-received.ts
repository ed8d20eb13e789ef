import type { Locale } from '@/db/enums'
import { list, paragraph } from './blocks'
import { defineEmail } from './define'
import { dateInWords, dueDate } from './words'

interface Received {
  number: string
  receivedOn: string
  dueOn: string
  provisional?: boolean
  caseUrl: string
}

export interface RequestsReceivedProps {
  requests: readonly Received[]
}

const note = ({ receivedOn, dueOn, provisional }: Received, locale: Locale) =>
  locale === 'ru'
    ? `Получено: ${dateInWords(receivedOn, locale)}. Ответ не позднее: ${dueDate(dueOn, provisional, locale)}`
    : `Received on ${dateInWords(receivedOn, locale)}. Answer no later than ${dueDate(dueOn, provisional, locale)}`

const listed = (requests: readonly Received[], locale: Locale) =>
  list(requests.map((each) => ({ title: each.number, href: each.caseUrl, note: note(each, locale) })))

/** One receipt for many requests that name the same address: whoever filed them, its owner gets no pile of letters. */
export const requestsReceived = defineEmail({
  name: 'requests-received',
  audience: 'requester',
  staleWhen: 'never',
  ru: ({ requests }: RequestsReceivedProps) => ({
    subject: `Зарегистрированы обращения: ${requests.length}`,
    preview: 'Номера и сроки ответа в одном письме.',
    heading: 'Ваши обращения зарегистрированы',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        'Организация, в которую вы обратились, получила обращения, в которых указан этот адрес. Их много, поэтому мы пишем обо всех сразу. Сохраните номера.',
      ),
      listed(requests, 'ru'),
      paragraph('По ссылке видно, что происходит с обращением. Там же можно дополнить его и прочитать ответ.'),
    ],
  }),
  en: ({ requests }) => ({
    subject: `Requests are registered: ${requests.length}`,
    preview: 'Numbers and dates of answer in one letter.',
    heading: 'Your requests are registered',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        'The organisation you wrote to has received requests that give this address. They are many, so we write of all at once. Please keep the numbers.',
      ),
      listed(requests, 'en'),
      paragraph('The link shows how a request is going. You can add to it and read the answer there.'),
    ],
  }),
  sample: {
    requests: [
      {
        number: 'IM-2026-000123',
        receivedOn: '2026-12-01',
        dueOn: '2026-12-31',
        caseUrl: 'https://portal.example/c/7Kx2',
      },
      {
        number: 'IM-2026-000124',
        receivedOn: '2026-12-01',
        dueOn: '2026-12-31',
        provisional: true,
        caseUrl: 'https://portal.example/c/7Kx3',
      },
    ],
  },
})
