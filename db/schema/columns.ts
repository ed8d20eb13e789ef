import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Sealed or hashed bytes, or a public key; never readable text. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** An instant in milliseconds: what JavaScript can hold, so that what was hashed reads back the same. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** The tenant of a row. Every table that has it carries forced row-level security. */
export const operatorId = () => uuid('operator_id').notNull()
