import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { hashed, instant, operatorId } from './columns'

/** Append-only by grants and by triggers; each row holds the hash of the one before it. */
export const auditEvent = pgTable(
  'audit_event',
  {
    operatorId: operatorId(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').$type<'staff' | 'requester' | 'public' | 'system'>().notNull(),
    actorId: uuid('actor_id'),
    action: text('action').notNull(),
    requestId: uuid('request_id'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    previousHash: hashed('previous_hash').notNull(),
    hash: hashed('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.operatorId, t.seq] }),
    index('audit_event_request').on(t.operatorId, t.requestId, t.seq),
    index('audit_event_actor').on(t.operatorId, t.actorId, t.seq),
  ],
)

/** The end of each operator's chain: locked by every writer, so that the order is total and a cut tail shows. */
export const auditHead = pgTable('audit_head', {
  operatorId: operatorId().primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: hashed('hash').notNull(),
})
