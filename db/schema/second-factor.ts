import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, hashed, instant, sealed } from './columns'
import { staff } from './staff'

/** The secret that an officer's app makes codes of (RFC 6238), sealed. It counts once a code of it has been typed. */
export const staffTotp = pgTable('staff_totp', {
  staffId: uuid('staff_id')
    .primaryKey()
    .references(() => staff.id),
  secret: sealed('secret').notNull(),
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
    codeHash: hashed('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.codeHash] })],
)

/** A passkey (W3C Web Authentication): what it signs is good in the place of a code. The key is the public one. */
export const passkey = pgTable('passkey', {
  id: uuid('id').primaryKey(),
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staff.id),
  /** By which the browser knows it, in base64url. */
  credentialId: text('credential_id').notNull().unique(),
  publicKey: bytes('public_key').notNull(),
  /** How often it says that it has signed; 0 for those that do not count. */
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').array().notNull(),
  /** What its owner calls it. */
  label: text('label').notNull(),
  createdAt: instant('created_at').notNull(),
  usedAt: instant('used_at'),
})

/** What a passkey was asked to sign: good for one answer, for minutes. */
export const passkeyChallenge = pgTable('passkey_challenge', {
  challenge: text('challenge').primaryKey(),
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staff.id),
  purpose: text('purpose').$type<'add' | 'prove'>().notNull(),
  expiresAt: instant('expires_at').notNull(),
})
