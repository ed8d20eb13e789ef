import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AnswerOutcome, RefusalGround } from '../enums'
import { hashed, instant, operatorId, sealed } from './columns'
import { request } from './requests'
import { staff } from './staff'

/** One answer a request: a draft until it is released, then it never changes. A draft may lack its decision. */
export const answer = pgTable(
  'answer',
  {
    requestId: uuid('request_id')
      .primaryKey()
      .references(() => request.id),
    operatorId: operatorId(),
    outcome: text('outcome').$type<AnswerOutcome>(),
    refusalGround: text('refusal_ground').$type<RefusalGround>(),
    letter: sealed('letter').notNull(),
    /** Rises with every change of the text: what is released is the version that was shown. */
    version: integer('version').notNull().default(1),
    /** The form that saved it last: it may save again before it has heard of its own version. */
    editor: uuid('editor'),
    draftedBy: uuid('drafted_by')
      .notNull()
      .references(() => staff.id),
    savedAt: instant('saved_at').notNull(),
    releasedAt: instant('released_at'),
    releasedBy: uuid('released_by').references(() => staff.id),
    firstReadAt: instant('first_read_at'),
  },
  (t) => [
    index('answer_unread')
      .on(t.operatorId, t.releasedAt)
      .where(sql`${t.releasedAt} is not null and ${t.firstReadAt} is null`),
    check('answer_released_is_decided', sql`${t.releasedAt} is null or ${t.outcome} is not null`),
  ],
)

/** A question of an officer or a message of the requester; the text is sealed with the request's key. */
export const message = pgTable(
  'message',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => request.id),
    author: text('author').$type<'staff' | 'requester'>().notNull(),
    staffId: uuid('staff_id').references(() => staff.id),
    text: sealed('text').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (t) => [index('message_request').on(t.requestId, t.sentAt)],
)

/** A file of a request or of its answer; the bytes lie sealed in the data folder, under this id. */
export const attachment = pgTable(
  'attachment',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => request.id),
    purpose: text('purpose').$type<'request' | 'answer'>().notNull(),
    /** What it came with, where that was not the request itself. */
    messageId: uuid('message_id').references(() => message.id),
    /** The file's own, sealed with the request's; of a file stored before files had their own it is the request's itself. */
    key: sealed('key'),
    name: sealed('name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    /** Its place among those that came with it. */
    position: smallint('position').notNull().default(0),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('attachment_request').on(t.requestId)],
)

/** What a person attached before the request is filed: kept a day, so that a mistake in a field loses no file. */
export const upload = pgTable('upload', {
  id: uuid('id').primaryKey(),
  operatorId: operatorId(),
  /** The file's own, sealed with the installation's. */
  key: sealed('key').notNull(),
  name: sealed('name').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  /** Who sent it: a keyed hash of an address. */
  source: hashed('source').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** How much of a source waits to be filed, at whatever clinic: kept by a trigger, for no operator sees another's uploads. */
export const uploadUsage = pgTable('upload_usage', {
  source: hashed('source').primaryKey(),
  files: integer('files').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
})

/**
 * A form that somebody wants to go on with later. Its id and its seal both come of the key that the person alone has
 * (lib/saved-forms/keys.ts); nothing else tells what stands in it.
 */
export const savedForm = pgTable(
  'saved_form',
  {
    id: hashed('id').primaryKey(),
    operatorId: operatorId(),
    form: sealed('form').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('saved_form_expiry').on(t.operatorId, t.expiresAt)],
)

export const requesterSession = pgTable(
  'requester_session',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => request.id),
    tokenHash: hashed('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [uniqueIndex('requester_session_token').on(t.tokenHash)],
)

/**
 * One asking for a code. It is a row whether or not there is such a request; the worker looks, makes the code and mails it,
 * so that whoever asks can learn nothing from how long the answer takes.
 */
export const oneTimeCode = pgTable(
  'one_time_code',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId(),
    /** What was typed, sealed, until the worker has looked. */
    asked: sealed('asked'),
    /** A keyed hash of the address it was asked from. */
    source: hashed('source').notNull(),
    /** Both are NULL until a code was mailed. */
    requestId: uuid('request_id').references(() => request.id),
    codeHash: hashed('code_hash'),
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('one_time_code_request').on(t.requestId, t.createdAt),
    index('one_time_code_waiting')
      .on(t.operatorId, t.createdAt)
      .where(sql`${t.asked} is not null`),
    index('one_time_code_expiry').on(t.operatorId, t.expiresAt),
  ],
)
