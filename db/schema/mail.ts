import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Locale, MailState } from '../enums'
import { bytes, instant, operatorId } from './columns'
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
    contents: bytes('contents').notNull(),
    raw: bytes('raw'),
    state: text('state').$type<MailState>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    firstTriedAt: instant('first_tried_at'),
    sentAt: instant('sent_at'),
    lastReply: text('last_reply'),
  },
  (t) => [
    uniqueIndex('mail_intent').on(t.operatorId, t.intentKey),
    uniqueIndex('mail_message_id').on(t.messageId),
    index('mail_due')
      .on(t.operatorId, t.nextAttemptAt)
      .where(sql`${t.state} = 'queued'`),
    index('mail_request').on(t.requestId, t.createdAt),
    index('mail_log').on(t.operatorId, t.createdAt, t.id),
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
    recipientId: uuid('recipient_id')
      .notNull()
      .references(() => staff.id),
    deadlineVersion: integer('deadline_version').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    createdAt: instant('created_at').notNull(),
    mailId: uuid('mail_id').references(() => mail.id),
  },
  (t) => [
    uniqueIndex('reminder_intent').on(t.requestId, t.clockId, t.milestone, t.recipientId, t.deadlineVersion),
    index('reminder_unmailed')
      .on(t.operatorId, t.createdAt)
      .where(sql`${t.mailId} is null`),
  ],
)

/** The last sign of life of each worker, for the health page. */
export const workerBeat = pgTable('worker_beat', {
  name: text('name').primaryKey(),
  at: instant('at').notNull(),
})
