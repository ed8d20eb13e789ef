import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** Bytes that anybody may read: a public key. */
export const bytes = (name: string) => bytea(name)

/**
 * What only its key opens (AES-256-GCM, `lib/vault`): with the request's own key, or with one of the installation where it
 * belongs to no request. All that a person wrote is in such columns; `git grep "sealed('" db/schema` lists them.
 */
export const sealed = (name: string) => bytea(name)

/** What is only ever compared: a digest, keyed where its values could be guessed (`lib/vault/search-hash.ts`). */
export const hashed = (name: string) => bytea(name)

/** An instant in milliseconds: what JavaScript can hold, so that what was hashed reads back the same. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** The tenant of a row. Every table that has it carries forced row-level security. */
export const operatorId = () => uuid('operator_id').notNull()
