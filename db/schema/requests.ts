import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type {
  AnswerOutcome,
  RefusalGround,
  ClockEnding,
  ClockName,
  ConsentScope,
  ErasureGround,
  IntakeChannel,
  Locale,
  MailingChannel,
  RequestGround,
  RequestKind,
  RequestState,
  RequesterType,
  RollForward,
  StartEvent,
  TermUnit,
} from '../enums'
import { hashed, instant, operatorId, sealed } from './columns'
import { operator } from './operators'
import { staff } from './staff'

const day = (name: string) => date(name, { mode: 'string' })

export const request = pgTable(
  'request',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId().references(() => operator.id),
    year: smallint('year').notNull(),
    number: integer('number').notNull(),
    reference: text('reference').notNull(),
    /** Of the form's id and its content (lib/requests/submission.ts): the same form twice is one request. */
    submissionId: uuid('submission_id').notNull(),
    kind: text('kind').$type<RequestKind>().notNull(),
    ground: text('ground').$type<RequestGround>(),
    scope: text('scope').$type<ConsentScope>(),
    mailingChannels: text('mailing_channels').array().$type<MailingChannel[]>(),
    requesterType: text('requester_type').$type<RequesterType>().notNull(),
    channel: text('channel').$type<IntakeChannel>().notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    state: text('state').$type<RequestState>().notNull(),
    assigneeId: uuid('assignee_id').references(() => staff.id),
    receivedAt: instant('received_at').notNull(),
    receivedOn: day('received_on').notNull(),
    responseDueOn: day('response_due_on').notNull(),
    /** The earliest clock that runs: what the queue sorts by. NULL once none runs, which is when the request closes. */
    nextDueOn: day('next_due_on'),
    nextClock: text('next_clock').$type<ClockName>(),
    /** What was decided, and by which norm not in full: the line of the register, which outlives the answer's own text. */
    outcome: text('outcome').$type<AnswerOutcome>(),
    refusalGround: text('refusal_ground').$type<RefusalGround>(),
    closedAt: instant('closed_at'),
    closedOn: day('closed_on'),
    emailConfirmedAt: instant('email_confirmed_at'),
    personal: sealed('personal').notNull(),
    emailHash: hashed('email_hash'),
    /** How often the address was changed: a link that went to a former one confirms none of the later. */
    contactVersion: integer('contact_version').notNull().default(0),
    /** What it is found by is to be hashed anew: set by a migration that changes how. */
    searchStale: boolean('search_stale').notNull().default(false),
  },
  (t) => [
    uniqueIndex('request_number').on(t.operatorId, t.year, t.number),
    uniqueIndex('request_reference').on(t.operatorId, t.reference),
    uniqueIndex('request_submission').on(t.operatorId, t.submissionId),
    index('request_queue')
      .on(t.operatorId, t.nextDueOn, t.id)
      .where(sql`${t.nextDueOn} is not null`),
    index('request_queue_kind')
      .on(t.operatorId, t.kind, t.nextDueOn, t.id)
      .where(sql`${t.nextDueOn} is not null`),
    index('request_queue_state')
      .on(t.operatorId, t.state, t.nextDueOn, t.id)
      .where(sql`${t.nextDueOn} is not null`),
    index('request_queue_assignee')
      .on(t.operatorId, t.assigneeId, t.nextDueOn, t.id)
      .where(sql`${t.nextDueOn} is not null`),
    index('request_closed')
      .on(t.operatorId, t.closedAt, t.id)
      .where(sql`${t.closedAt} is not null`),
    index('request_email').on(t.operatorId, t.emailHash),
    index('request_search_stale')
      .on(t.operatorId)
      .where(sql`${t.searchStale}`),
  ],
)

/** Keyed hashes of the names and the phone that a request is found by; the mailbox has its own, which also opens the case. */
export const requestSearch = pgTable(
  'request_search',
  {
    operatorId: operatorId(),
    hash: hashed('hash').notNull(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => request.id),
  },
  (t) => [
    primaryKey({ columns: [t.operatorId, t.hash, t.requestId] }),
    index('request_search_request').on(t.requestId),
  ],
)

/** The data key of one request, wrapped by the installation's key: without it nothing that the person wrote can be read. */
export const requestKey = pgTable('request_key', {
  requestId: uuid('request_id')
    .primaryKey()
    .references(() => request.id),
  operatorId: operatorId(),
  wrapped: sealed('wrapped').notNull(),
})

/** Of which requests nothing but the line of the register is left. The role of the app can add to it, and take nothing away. */
export const erasure = pgTable(
  'erasure',
  {
    requestId: uuid('request_id')
      .primaryKey()
      .references(() => request.id),
    operatorId: operatorId(),
    ground: text('ground').$type<ErasureGround>().notNull(),
    erasedAt: instant('erased_at').notNull(),
    /** Nobody known here, where it was done again after a restore from before they came. */
    erasedBy: uuid('erased_by').references(() => staff.id),
    /** When it was written to the list that outlives a restore of the database. */
    listedAt: instant('listed_at'),
  },
  (t) => [
    index('erasure_unlisted')
      .on(t.operatorId)
      .where(sql`${t.listedAt} is null`),
  ],
)

/** The last number given, per operator and year: locked while filing, so that the register has no gaps. */
export const registerCounter = pgTable(
  'register_counter',
  {
    operatorId: operatorId().references(() => operator.id),
    year: smallint('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.operatorId, t.year] })],
)

/** Open requests per due date and assignee, kept by a trigger: counting thousands of rows on every page would cost more. */
export const queueCount = pgTable(
  'queue_count',
  {
    operatorId: operatorId(),
    dueOn: day('due_on').notNull(),
    assigneeId: uuid('assignee_id').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.operatorId, t.dueOn, t.assigneeId] })],
)

export const requestClock = pgTable(
  'request_clock',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => request.id),
    clock: text('clock').$type<ClockName>().notNull(),
    ruleVersion: integer('rule_version').notNull(),
    amount: integer('amount').notNull(),
    unit: text('unit').$type<TermUnit>().notNull(),
    countedFrom: text('counted_from').$type<StartEvent>().notNull(),
    legalBasis: jsonb('legal_basis').$type<{ ru: string; en: string }>().notNull(),
    extensionAmount: integer('extension_amount'),
    rollForward: text('roll_forward').$type<RollForward>().notNull(),
    startedOn: day('started_on').notNull(),
    dueOn: day('due_on').notNull(),
    /** Rises with every move of the due date; a reminder belongs to one version. */
    deadlineVersion: integer('deadline_version').notNull().default(1),
    extendedAt: instant('extended_at'),
    /** When its end was recorded, and the day it ended on: of a duty, the day that the officer names. */
    stoppedAt: instant('stopped_at'),
    stoppedOn: day('stopped_on'),
    ending: text('ending').$type<ClockEnding>(),
    /** Who recorded it; nobody where the person withdrew. */
    endedBy: uuid('ended_by').references(() => staff.id),
    /** What was done, in an officer's words, sealed with the request's key. */
    note: sealed('note'),
  },
  (t) => [
    check('request_clock_ended', sql`(${t.stoppedAt} is null) = (${t.ending} is null)`),
    uniqueIndex('request_clock_name').on(t.requestId, t.clock),
    index('request_clock_open')
      .on(t.operatorId, t.dueOn, t.id)
      .where(sql`${t.stoppedAt} is null`),
  ],
)
