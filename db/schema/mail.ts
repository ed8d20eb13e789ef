import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Locale, MailFinding, MailState } from '../enums'
import { instant, operatorId, sealed } from './columns'
import { operator } from './operators'
import { requestClock, request } from './requests'
import { staff } from './staff'

/** One row an intended mail. Recipient, contents and the compiled bytes are sealed. */
export const mail = pgTable(
  'mail',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId(),
    requestId: uuid('request_id').references(() => request.id),
    staffId: uuid('staff_id').references(() => staff.id),
    template: text('template').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    /** What makes the intent one: the same key is never stored twice. */
    intentKey: text('intent_key').notNull(),
    messageId: text('message_id').notNull(),
    contents: sealed('contents').notNull(),
    /** Of what waits, the more urgent leaves first (see lib/mail/urgency.ts). */
    urgency: smallint('urgency').notNull().default(0),
    /** Mails of one key may be told in one, and are counted together. NULL: this one is never held back. */
    foldKey: text('fold_key'),
    /** The mail that tells what this one would have told. */
    foldedInto: uuid('folded_into').references((): AnyPgColumn => mail.id),
    raw: sealed('raw'),
    state: text('state').$type<MailState>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    firstTriedAt: instant('first_tried_at'),
    sentAt: instant('sent_at'),
    lastReply: text('last_reply'),
    lastFinding: text('last_finding').$type<MailFinding>(),
  },
  (t) => [
    uniqueIndex('mail_intent').on(t.operatorId, t.intentKey),
    uniqueIndex('mail_message_id').on(t.messageId),
    index('mail_due')
      .on(t.operatorId, t.urgency.desc(), t.nextAttemptAt)
      .where(sql`${t.state} = 'queued'`),
    index('mail_request').on(t.requestId, t.createdAt),
    index('mail_log').on(t.operatorId, t.createdAt, t.id),
    // The log of what did not arrive, among a million that did.
    index('mail_unsent')
      .on(t.operatorId, t.state, t.createdAt, t.id)
      .where(sql`${t.state} <> 'sent'`),
    index('mail_fold_waiting')
      .on(t.operatorId, t.foldKey)
      .where(sql`${t.state} = 'queued' and ${t.foldKey} is not null`),
    index('mail_fold_tried')
      .on(t.operatorId, t.foldKey, t.firstTriedAt)
      .where(sql`${t.foldKey} is not null and ${t.firstTriedAt} is not null`),
    index('mail_folded')
      .on(t.foldedInto)
      .where(sql`${t.foldedInto} is not null`),
  ],
)

/** One row an intended reminder; its unique key is what keeps it from being sent twice. */
export const reminder = pgTable(
  'reminder',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => request.id),
    clockId: uuid('clock_id')
      .notNull()
      .references(() => requestClock.id),
    milestone: text('milestone').notNull(),
    /** The day the milestone falls on: of one clock and recipient, the latest is the one that is sent. */
    milestoneOn: date('milestone_on', { mode: 'string' }).notNull(),
    /** NULL is the operator's escalation address. */
    recipientId: uuid('recipient_id').references(() => staff.id),
    deadlineVersion: integer('deadline_version').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    createdAt: instant('created_at').notNull(),
    mailId: uuid('mail_id').references(() => mail.id),
    /** Folded into a later one, or no longer true, before it was mailed. */
    cancelledAt: instant('cancelled_at'),
  },
  (t) => [
    unique('reminder_intent')
      .on(t.requestId, t.clockId, t.milestone, t.recipientId, t.deadlineVersion)
      .nullsNotDistinct(),
    index('reminder_unmailed')
      .on(t.operatorId, t.requestId)
      .where(sql`${t.mailId} is null and ${t.cancelledAt} is null`),
    index('reminder_mail')
      .on(t.mailId)
      .where(sql`${t.mailId} is not null`),
  ],
)

/** How an operator reminds; without a row, the defaults of lib/reminders/settings.ts hold. */
export const reminderSettings = pgTable('reminder_settings', {
  operatorId: operatorId()
    .primaryKey()
    .references(() => operator.id),
  /** Days before a due date in the clock's own unit; 0 is the due date. */
  daysBefore: smallint('days_before').array().notNull(),
  overdueDaily: boolean('overdue_daily').notNull(),
  /** From how many days before on a lead is told of what others are in charge of. */
  leadDaysBefore: smallint('lead_days_before').notNull(),
  escalationEmail: text('escalation_email'),
  escalationLocale: text('escalation_locale').$type<Locale>().notNull().default('ru'),
  /** Calendar days overdue. */
  escalationAfterDays: smallint('escalation_after_days').notNull(),
  /** Days after the release on which an unread answer is brought to mind. */
  unreadAfterDays: smallint('unread_after_days').array().notNull(),
})

/** How one person wants to be reminded by one operator. */
export const reminderPreference = pgTable(
  'reminder_preference',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    operatorId: operatorId().references(() => operator.id),
    /** NULL: as the operator has it. */
    daysBefore: smallint('days_before').array(),
    digest: boolean('digest').notNull().default(false),
    /** The hour of the digest, 0 to 23, in the operator's time zone. */
    digestHour: smallint('digest_hour').notNull().default(9),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.operatorId] }), index('reminder_preference_operator').on(t.operatorId)],
)

/** Up to which day every milestone of an operator has been seen to; locked by the worker that sees to the rest. */
export const reminderSweep = pgTable('reminder_sweep', {
  operatorId: operatorId()
    .primaryKey()
    .references(() => operator.id),
  doneThrough: date('done_through', { mode: 'string' }),
})

/** The last sign of life of each worker, for the health page. */
export const workerBeat = pgTable('worker_beat', {
  name: text('name').primaryKey(),
  at: instant('at').notNull(),
})
