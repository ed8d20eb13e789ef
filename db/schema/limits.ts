import { index, integer, pgTable } from 'drizzle-orm/pg-core'
import { hashed, instant } from './columns'

/**
 * How often something was done within a window of time, by whom or to whom a keyed hash says: one source, one mailbox, all.
 * It belongs to no clinic, since a flood over five clinics is one flood.
 */
export const limitCount = pgTable(
  'limit_count',
  {
    key: hashed('key').primaryKey(),
    count: integer('count').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [index('limit_count_end').on(t.endsAt)],
)
