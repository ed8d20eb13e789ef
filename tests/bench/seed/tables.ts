import type postgres from 'postgres'
import { TableCopy } from './copy'

/** What a clinic's requests fill, with the columns that are given; the others are NULL or have defaults. */
export const columns = {
  request: [
    ...['id', 'operator_id', 'year', 'number', 'reference', 'submission_id', 'kind', 'ground', 'scope'],
    ...['requester_type', 'channel', 'locale', 'state', 'assignee_id', 'received_at', 'received_on'],
    ...['response_due_on', 'next_due_on', 'next_clock', 'outcome', 'closed_at', 'closed_on', 'email_confirmed_at'],
    ...['personal', 'email_hash'],
  ],
  request_search: ['operator_id', 'hash', 'request_id'],
  request_key: ['request_id', 'operator_id', 'wrapped'],
  request_clock: [
    ...['id', 'operator_id', 'request_id', 'clock', 'rule_version', 'amount', 'unit', 'counted_from', 'legal_basis'],
    ...['extension_amount', 'roll_forward', 'started_on', 'due_on', 'stopped_at', 'stopped_on', 'ending'],
  ],
  reminder: [
    ...['id', 'operator_id', 'request_id', 'clock_id', 'milestone', 'milestone_on', 'recipient_id'],
    ...['deadline_version', 'due_on', 'created_at', 'cancelled_at'],
  ],
  audit_event: [
    ...['operator_id', 'seq', 'at', 'actor_kind', 'actor_id', 'action', 'request_id', 'data', 'previous_hash', 'hash'],
  ],
} as const

export type SeededTable = keyof typeof columns
export const seededTables = Object.keys(columns) as SeededTable[]

/** Two threads fill the tables: sealing what people wrote takes one of them as long as all the rest takes the other. */
export const tablesOf = {
  sealed: ['request', 'request_key', 'request_search'],
  history: ['request_clock', 'reminder', 'audit_event'],
} as const satisfies Record<string, SeededTable[]>

export type Share = keyof typeof tablesOf

/** Those of one share. */
export type Copies = Partial<Record<SeededTable, TableCopy>>

export async function openCopies(sql: postgres.Sql, share: Share): Promise<Copies> {
  const opened = await Promise.all(
    tablesOf[share].map(async (table) => [table, await TableCopy.open(sql, table, columns[table])] as const),
  )
  return Object.fromEntries(opened)
}

/**
 * Takes the indexes that no constraint needs off the tables while `work` fills them, and builds them after: at a
 * million rows that is several times faster than keeping them.
 */
export async function withoutIndexes(sql: postgres.Sql, work: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any (${seededTables}::text[]::regclass[])
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`
  for (const { name } of indexes) await sql.unsafe(`drop index "${name}"`)
  await work()
  await Promise.all(indexes.map(({ definition }) => sql.unsafe(definition)))
}
