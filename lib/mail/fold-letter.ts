import type { EmailName, EmailProps } from '@/emails'
import type { FoldName } from './fold-rules'

/** A letter lists so many; the rest is in the queue that it links to. */
const LISTED = 50

export interface FoldedMail {
  urgency: number
  props: unknown
}

export interface FoldedLetter {
  template: EmailName
  props: unknown
}

/** One letter that says what several would have said. `queueUrl` is where a list that is too long goes on. */
export function foldLetters(name: FoldName, mails: readonly FoldedMail[], queueUrl: string): FoldedLetter {
  // The outbox stores only what `MailIntent` allows: the template's own props.
  const props = mails.map((each) => each.props as never)
  if (name === 'requester-message') return { template: name, props: allMessages(props) }
  if (name === 'request-received') return { template: 'requests-received', props: allReceipts(props) }
  const items = mails
    .map(({ urgency, props: each }) => ({ urgency, item: itemOf(each as StaffProps) }))
    // What a flood caused comes last: it must not crowd the others out of the list.
    .toSorted((a, b) => b.urgency - a.urgency || dueOn(a.item).localeCompare(dueOn(b.item)))
    .map(({ item }) => item)
  return {
    template: 'several-requests',
    props: {
      of: name === 'same-day-reminder' ? 'deadline-reminder' : name,
      items: items.slice(0, LISTED),
      total: items.length,
      queueUrl,
    } satisfies EmailProps<'several-requests'>,
  }
}

function allMessages(letters: readonly EmailProps<'requester-message'>[]): EmailProps<'requester-message'> {
  const last = letters.at(-1)
  if (!last) throw new RangeError('No letter says nothing')
  return { ...last, messages: letters.reduce((sum, { messages }) => sum + (messages ?? 1), 0) }
}

/** Without the links that confirm the address: each case asks for a code, which does the same. */
function allReceipts(letters: readonly EmailProps<'request-received'>[]): EmailProps<'requests-received'> {
  const requests = letters.map(({ number, receivedOn, dueOn, provisional, caseUrl }) => {
    return { number, receivedOn, dueOn, ...(provisional !== undefined && { provisional }), caseUrl }
  })
  return { requests }
}

type StaffProps =
  | EmailProps<'new-request'>
  | EmailProps<'deadline-reminder'>
  | EmailProps<'escalation'>
  | EmailProps<'request-withdrawn'>
  | EmailProps<'mail-undeliverable'>
type Item = EmailProps<'several-requests'>['items'][number]

function itemOf(props: StaffProps): Item {
  const { number, url } = props
  if ('cause' in props) return { number, url, cause: props.cause }
  if (!('clocks' in props)) return { number, url }
  const [clock] = props.clocks.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  return { number, url, ...(clock && { clock }) }
}

const dueOn = ({ clock }: Item): string => clock?.dueOn ?? ''
