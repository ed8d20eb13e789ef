import { integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns'
import { staff } from './staff'

/** The secret that an officer's app makes codes of (RFC 6238), sealed. It counts once a code of it has been typed. */
export const staffTotp = pgTable('staff_totp', {
  staffId: uuid('staff_id')
    .primaryKey()
    .references(() => staff.id),
  secret: bytes('secret').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** The last step of 30 seconds whose code was accepted: a code works once, and so does none before it. */
  lastStep: integer('last_step'),
})

/** Codes for a lost phone, each good once; keyed hashes. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    codeHash: bytes('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.codeHash] })],
)
