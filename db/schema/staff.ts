import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Locale, StaffLinkPurpose, StaffRole } from '../enums'
import { hashed, instant, operatorId } from './columns'
import { operator } from './operators'

export const staff = pgTable(
  'staff',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    locale: text('locale').$type<Locale>().notNull().default('ru'),
    /** NULL for whoever has chosen none: not yet, or because a provider of their clinic signs them in. */
    passwordHash: text('password_hash'),
    /** When they first came in; NULL for whoever was invited and never came. */
    joinedAt: instant('joined_at'),
    /** Runs the installation: has the role `admin` at every clinic where a membership says nothing else. */
    isAdmin: boolean('is_admin').notNull().default(false),
    dismissedAt: instant('dismissed_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('staff_email').on(t.email)],
)

export const staffMembership = pgTable(
  'staff_membership',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    operatorId: operatorId().references(() => operator.id),
    role: text('role').$type<StaffRole>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.operatorId] }), index('staff_membership_operator').on(t.operatorId)],
)

/** Who worked for a clinic and may be taken back. Their membership is gone, so that nothing has to ask whether it still holds. */
export const formerMembership = pgTable(
  'former_membership',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    operatorId: operatorId().references(() => operator.id),
    role: text('role').$type<StaffRole>().notNull(),
    dismissedAt: instant('dismissed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.operatorId] }), index('former_membership_operator').on(t.operatorId)],
)

/** A role that a clinic offers to somebody who has an account already, until they have answered. */
export const offeredMembership = pgTable(
  'offered_membership',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    operatorId: operatorId().references(() => operator.id),
    role: text('role').$type<StaffRole>().notNull(),
    /** As whoever invited them typed it: the account's own is none of the clinic's business yet. */
    name: text('name').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.operatorId] }), index('offered_membership_operator').on(t.operatorId)],
)

/** A link that lets its reader choose a password, once. The mail holds the token, this table its SHA-256. */
export const staffLink = pgTable(
  'staff_link',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    purpose: text('purpose').$type<StaffLinkPurpose>().notNull(),
    tokenHash: hashed('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Used, or replaced by a newer one, or taken back. */
    endedAt: instant('ended_at'),
  },
  (t) => [uniqueIndex('staff_link_token').on(t.tokenHash), index('staff_link_staff').on(t.staffId, t.createdAt)],
)

/**
 * Wrong passwords per address and place they came from (keyed hashes both), whether or not there is such an account: what
 * a stranger is told must not differ. A place is a source, a device that has signed in before, or all strangers together.
 */
export const signInGuard = pgTable(
  'sign_in_guard',
  {
    emailHash: hashed('email_hash').notNull(),
    place: hashed('place').notNull(),
    failures: integer('failures').notNull(),
    lockedUntil: instant('locked_until'),
    failedAt: instant('failed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.emailHash, t.place] }), index('sign_in_guard_failed').on(t.failedAt)],
)

/** The browser holds the token, this table its SHA-256: a stolen dump opens no session. */
export const staffSession = pgTable(
  'staff_session',
  {
    id: uuid('id').primaryKey(),
    tokenHash: hashed('token_hash').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    /** "Firefox, Windows": what its owner knows it by. */
    device: text('device').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at'),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    /** When its owner last proved who they are: by signing in, or by a password or code since. */
    provenAt: instant('proven_at'),
    /** Which provider signed them in, and its own name for that session; NULL for a password. */
    providerId: uuid('provider_id'),
    providerSession: text('provider_session'),
  },
  (t) => [uniqueIndex('staff_session_token').on(t.tokenHash), index('staff_session_staff').on(t.staffId)],
)
