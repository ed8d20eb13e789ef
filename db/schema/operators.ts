import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { OperatorProfile } from '../operators/model'
import type {
  ClockName,
  ConsentScope,
  IntakeState,
  RequestGround,
  RequestKind,
  RequesterType,
  RollForward,
  StartEvent,
  TermUnit,
} from '../enums'
import { instant, operatorId } from './columns'

export const operator = pgTable(
  'operator',
  {
    id: uuid('id').primaryKey(),
    slug: text('slug').notNull(),
    code: text('code').notNull(),
    timeZone: text('time_zone').notNull(),
    position: integer('position').notNull(),
    intake: text('intake').$type<IntakeState>().notNull().default('open'),
    profile: jsonb('profile').$type<OperatorProfile>().notNull(),
    /** From this day on, in the clinic's zone, its people work with a second step of signing in alone. */
    secondFactorFrom: date('second_factor_from', { mode: 'string' }),
    /** Its people are signed in by a provider of the clinic alone, but for the one account that a password is left to. */
    providerDemanded: boolean('provider_demanded').notNull().default(false),
    emergencyStaffId: uuid('emergency_staff_id'),
    loadedAt: instant('loaded_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('operator_slug').on(t.slug), uniqueIndex('operator_code').on(t.code)],
)

/** Every profile that a clinic has published; the latest is the one in force. */
export const operatorProfile = pgTable(
  'operator_profile',
  {
    operatorId: operatorId().references(() => operator.id),
    version: integer('version').notNull(),
    profile: jsonb('profile').$type<OperatorProfile>().notNull(),
    publishedAt: instant('published_at').notNull(),
    /** NULL: on the server, by no person of the portal. */
    publishedBy: uuid('published_by'),
  },
  (t) => [primaryKey({ columns: [t.operatorId, t.version] })],
)

/** The operator's terms: a new version is a new row, so that a clock can always name the rule it ran by. */
export const termRule = pgTable(
  'term_rule',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId().references(() => operator.id),
    version: integer('version').notNull(),
    kind: text('kind').$type<RequestKind>().notNull(),
    ground: text('ground').$type<RequestGround>(),
    scope: text('scope').$type<ConsentScope>(),
    requesterType: text('requester_type').$type<RequesterType>(),
    clock: text('clock').$type<ClockName>().notNull(),
    amount: integer('amount').notNull(),
    unit: text('unit').$type<TermUnit>().notNull(),
    countedFrom: text('counted_from').$type<StartEvent>().notNull(),
    legalBasis: jsonb('legal_basis').$type<{ ru: string; en: string }>().notNull(),
    extensionAmount: integer('extension_amount'),
    rollForward: text('roll_forward').$type<RollForward>().notNull(),
    supersededAt: instant('superseded_at'),
  },
  (t) => [
    unique('term_rule_version')
      .on(t.operatorId, t.kind, t.ground, t.scope, t.requesterType, t.clock, t.version)
      .nullsNotDistinct(),
  ],
)

export const calendarYear = pgTable('calendar_year', {
  year: integer('year').primaryKey(),
  status: text('status').$type<'official' | 'provisional'>().notNull(),
  source: text('source').notNull(),
  /** One more at each change: by it a process knows whether what it remembers is the calendar still. */
  version: integer('version').notNull().default(1),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

/** The days of a year that differ from the plain week. */
export const calendarDay = pgTable(
  'calendar_day',
  {
    year: integer('year')
      .notNull()
      .references(() => calendarYear.year, { onDelete: 'cascade' }),
    date: date('date', { mode: 'string' }).notNull(),
    kind: text('kind').$type<'holiday' | 'day-off' | 'working'>().notNull(),
    note: text('note').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.date] })],
)

/** What a clinic's people are about to publish: one draft a clinic, which any of them who may publish goes on with. */
export const profileDraft = pgTable('profile_draft', {
  operatorId: operatorId()
    .primaryKey()
    .references(() => operator.id),
  profile: jsonb('profile').$type<OperatorProfile>().notNull(),
  /** The version that it began from. */
  basedOn: integer('based_on').notNull(),
  changedAt: instant('changed_at').notNull(),
  changedBy: uuid('changed_by').notNull(),
})
