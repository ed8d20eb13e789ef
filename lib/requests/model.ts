import type {
  AnswerOutcome,
  ClockEnding,
  ClockName,
  ConsentScope,
  IntakeChannel,
  Locale,
  MailingChannel,
  RefusalGround,
  RequestGround,
  RequestKind,
  RequestState,
  RequesterType,
  RollForward,
  StartEvent,
  TermUnit,
} from '@/db/enums'
import type { Concerned } from '@/lib/audit/concerned'
import type { Derivation } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { FileRequestInput } from './schemas'
import type { Timeliness, Verdict } from './verdicts'

/** What is sealed under a request's own key: everything that tells who the person is and what they wrote. */
export type PersonalData = Pick<
  FileRequestInput,
  | 'subject'
  | 'representative'
  | 'authority'
  | 'contact'
  | 'details'
  | 'correction'
  | 'categories'
  | 'identity'
  | 'relation'
  | 'signature'
>

export interface Clock {
  id: string
  clock: ClockName
  amount: number
  unit: TermUnit
  countedFrom: StartEvent
  legalBasis: { ru: string; en: string }
  extensionAmount: number | null
  rollForward: RollForward
  startedOn: CalendarDate
  dueOn: CalendarDate
  deadlineVersion: number
  extendedAt: Date | null
  stoppedOn: CalendarDate | null
  ending: ClockEnding | null
}

/** A row of the queue. It names nobody: the person is behind the audited case page. */
export interface QueueRow {
  id: string
  reference: string
  kind: RequestKind
  requesterType: RequesterType
  state: RequestState
  receivedOn: CalendarDate
  responseDueOn: CalendarDate
  nextDueOn: CalendarDate
  nextClock: ClockName
  /** The term of the next clock: days to its date are counted in its unit. */
  nextUnit: TermUnit
  nextStartedOn: CalendarDate
  assigneeName: string | null
}

export interface RequestHead {
  id: string
  reference: string
  kind: RequestKind
  ground: RequestGround | null
  scope: ConsentScope | null
  mailingChannels: MailingChannel[] | null
  requesterType: RequesterType
  channel: IntakeChannel
  locale: Locale
  state: RequestState
  assigneeId: string | null
  receivedAt: Date
  receivedOn: CalendarDate
  responseDueOn: CalendarDate
  nextDueOn: CalendarDate | null
  nextClock: ClockName | null
  outcome: AnswerOutcome | null
  closedOn: CalendarDate | null
  emailConfirmedAt: Date | null
}

/** An answer as far as it is written: a draft may lack its decision and its letter. */
export interface AnswerDraft {
  /** Rises with every change of the text. */
  version: number
  /** The form that saved it last. */
  editor: string | null
  outcome: AnswerOutcome | null
  refusalGround: RefusalGround | null
  letter: string
  savedAt: Date
  releasedAt: Date | null
}

/** A draft as officers see it: with whoever saved it last. */
export interface SignedDraft extends AnswerDraft {
  savedBy: { id: string; name: string }
}

/** An answer that has its decision: what is released, and what the person reads. */
export interface AnswerText extends AnswerDraft {
  outcome: AnswerOutcome
}

/** One line of a request's history, without personal data. */
export interface TimelineEvent {
  seq: number
  at: Date
  action: string
  actorKind: 'staff' | 'requester' | 'public' | 'system'
  /** The colleague who acted; told to colleagues alone. */
  staffName: string | null
  data: Record<string, unknown>
  /** Told to colleagues alone. */
  concerned: Concerned
}

export interface MessageText {
  id: string
  author: 'staff' | 'requester'
  text: string
  sentAt: Date
}

export interface FileInfo {
  id: string
  /** Of the message that it came with. */
  messageId: string | null
  purpose: 'request' | 'answer'
  name: string
  mediaType: string
  size: number
}

/** A clock with how its date came about: for the pages that explain it. */
export interface ExplainedClock extends Clock {
  /** To its day, in its own unit; of one that has ended, as it was on that day. */
  daysLeft: number
  derivation: Derivation
  verdict: Verdict
}

/** A clock as officers see it: who recorded its end, when, and their note. */
export interface RecordedClock extends ExplainedClock {
  recordedAt: Date | null
  recordedBy: string | null
  note: string | null
}

/** What a person asks for, as they wrote it. */
export type AskedFor = Pick<RequestHead, 'kind' | 'ground' | 'scope' | 'mailingChannels'> &
  Pick<PersonalData, 'categories' | 'correction' | 'details'>

/** Who asks, for whom, and where they are reached. */
export type Who = Pick<RequestHead, 'requesterType'> &
  Pick<PersonalData, 'subject' | 'representative' | 'authority' | 'contact'>

export type Asked = AskedFor & Who

/** What the person who filed sees at once, without proof of the mailbox: nothing in it is personal. */
export interface Receipt {
  reference: string
  kind: RequestKind
  state: RequestState
  channel: IntakeChannel
  receivedAt: Date
  receivedOn: CalendarDate
  responseDueOn: CalendarDate
  closedOn: CalendarDate | null
  emailConfirmed: boolean
  clocks: ExplainedClock[]
}

/** One's own case, behind a one-time code. */
export interface OwnCase {
  request: RequestHead
  asked: Asked
  clocks: ExplainedClock[]
  timeline: TimelineEvent[]
  messages: MessageText[]
  files: FileInfo[]
  /** Only once released. */
  answer: AnswerText | undefined
}

/** A case as its officers see it. */
/** Another request that may be of the same person. */
export interface RelatedRequest {
  id: string
  reference: string
  kind: RequestKind
  state: RequestState
  receivedOn: CalendarDate
  /** What was answered, and on which day; null until it is. */
  outcome: AnswerOutcome | null
  answeredOn: CalendarDate | null
  /** It came from the same mailbox; otherwise the name or the telephone is the same. */
  sameMailbox: boolean
}

export interface RequestCase extends Omit<OwnCase, 'asked' | 'answer'> {
  /** As far as it is written. */
  answer: SignedDraft | undefined
  clocks: RecordedClock[]
  personal: PersonalData
  related: RelatedRequest[]
  /** The officer in charge. */
  assignee: { id: string; name: string } | undefined
  colleagues: { id: string; name: string }[]
}

export const queueFilters = ['all', 'overdue', 'today', 'week', 'unassigned', 'mine'] as const
export type QueueFilter = (typeof queueFilters)[number]

export interface QueueQuery {
  filter: QueueFilter
  kind?: RequestKind | undefined
  state?: RequestState | undefined
  assigneeId?: string | undefined
  /** Opaque; from `next` of the page before. */
  cursor?: string | undefined
  limit?: number
}

export type QueueCounts = Record<QueueFilter, number>

export interface QueuePage {
  rows: QueueRow[]
  next: string | undefined
  counts: QueueCounts
}

/** A clock as the register tells it. */
export interface RegisterClock {
  clock: ClockName
  dueOn: CalendarDate
  extended: boolean
  verdict: Verdict
}

/** What stands in a line of the register, in the order of the book. */
export const registerColumns = [
  'reference',
  'receivedOn',
  'kind',
  'requesterType',
  'channel',
  'responseDueOn',
  'clocks',
  'timeliness',
  'state',
  'outcome',
  'closedOn',
  'assigneeName',
] as const

/** A line of the register (журнал учёта обращений). */
export interface RegisterRow {
  id: string
  reference: string
  receivedOn: CalendarDate
  kind: RequestKind
  requesterType: RequesterType
  channel: IntakeChannel
  responseDueOn: CalendarDate
  state: RequestState
  outcome: AnswerOutcome | null
  /** The norm of a refusal, whole or in part. */
  refusalGround: RefusalGround | null
  closedOn: CalendarDate | null
  clocks: RegisterClock[]
  timeliness: Timeliness
  assigneeName: string | null
}
