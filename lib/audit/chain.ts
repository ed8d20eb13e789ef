import { hash } from 'node:crypto'
import type { auditEvent } from '@/db/schema'

export const GENESIS = Buffer.alloc(32)

export type HashedEvent = Omit<typeof auditEvent.$inferSelect, 'hash'>

/** SHA-256 over the previous hash and every field, in a form with one spelling only (sorted keys, ISO instants). */
export function hashEvent(event: HashedEvent): Buffer {
  const { previousHash, ...fields } = event
  return hash('sha256', Buffer.concat([previousHash, Buffer.from(canonical(fields))]), 'buffer')
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
