import { index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, operatorId, sealed } from './columns'
import { operator } from './operators'
import { staff } from './staff'

/** An OpenID provider of a clinic, which signs its people in (OpenID Connect Core 1.0). What it is called is public. */
export const provider = pgTable(
  'provider',
  {
    id: uuid('id').primaryKey(),
    operatorId: operatorId().references(() => operator.id),
    /** What people know it by: it stands on the sign-in page. */
    label: text('label').notNull(),
    /** The Issuer Identifier, under which its configuration is found. */
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    /** Sealed; NULL where the provider gave none and trusts PKCE alone. */
    clientSecret: sealed('client_secret'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('provider_issuer').on(t.operatorId, t.issuer, t.clientId)],
)

/** Whom a provider means by a `sub`: found by their address the first time, and by this ever after. */
export const staffIdentity = pgTable(
  'staff_identity',
  {
    providerId: uuid('provider_id')
      .notNull()
      .references(() => provider.id, { onDelete: 'cascade' }),
    subject: text('subject').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.providerId, t.subject] }),
    unique('staff_identity_person').on(t.providerId, t.staffId),
    index('staff_identity_staff').on(t.staffId),
  ],
)
