import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '@/db/migrate'
import { ROOT } from '@/lib/cli/paths'
import { useDatabase } from '../support/database'

// What stood in the tables before each clock had an ending is told truly after the migration, by an owner who is held by
// row-level security like everybody.

const database = useDatabase({ migrated: false })
const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
afterAll(() => sql.end())

const OPERATOR = randomUUID()
const OFFICER = randomUUID()
const RELEASED = '2026-12-07T10:00:00Z'
const EARLIER = '2026-12-04T10:00:00Z'

interface Old {
  state: string
  outcome?: string
  closedAt?: string
  /** Clock, due date, and when it was stopped. */
  clocks: [clock: string, dueOn: string, stoppedAt?: string][]
}

const cases: Record<string, Old> = {
  'answered without a word of the duty': {
    ...{ state: 'answered', outcome: 'fulfilled', closedAt: RELEASED },
    clocks: [
      ['response', '2026-12-31', RELEASED],
      ['destroy', '2026-12-10', RELEASED],
    ],
  },
  'answered after the duty was recorded': {
    ...{ state: 'answered', outcome: 'partly', closedAt: RELEASED },
    clocks: [
      ['response', '2026-12-31', RELEASED],
      ['destroy', '2026-12-10', EARLIER],
    ],
  },
  refused: {
    ...{ state: 'answered', outcome: 'refused', closedAt: RELEASED },
    clocks: [
      ['response', '2026-12-31', RELEASED],
      ['destroy', '2026-12-10', RELEASED],
    ],
  },
  withdrawn: {
    ...{ state: 'withdrawn', closedAt: RELEASED },
    clocks: [
      ['response', '2026-12-31', RELEASED],
      ['block', '2026-12-01', EARLIER],
      ['destroy', '2026-12-10', RELEASED],
    ],
  },
  open: {
    state: 'in-progress',
    clocks: [
      ['response', '2026-12-31'],
      ['destroy', '2026-12-10', EARLIER],
    ],
  },
}
const ids = new Map(Object.keys(cases).map((name) => [name, randomUUID()]))

beforeAll(async () => {
  await migrateUntil('clock-endings')
  await sql`insert into operator (id, slug, code, time_zone, position, profile)
    values (${OPERATOR}, 'old', 'OLD', 'Europe/Moscow', 0, ${sql.json({ termRules: [{ ground: 'unlawful-or-unneeded' }] })})`
  await sql`insert into staff (id, email, name) values (${OFFICER}, 'officer@old.example', 'Петрова')`
  await sql`insert into term_rule (id, operator_id, version, kind, ground, clock, amount, unit, counted_from, legal_basis, roll_forward)
    values (${randomUUID()}, ${OPERATOR}, 1, 'deletion', 'unlawful-or-unneeded', 'destroy', 5, 'working-days', 'proof', '{}', 'none')`
  for (const [number, [name, old]] of Object.entries(cases).entries())
    await insertCase(number + 1, ids.get(name) ?? '', old)
  await migrate({ ownerUrl: database.ownerUrl })
})

/** The migrations that came before one of them. */
async function migrateUntil(tag: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-migrations-'))
  const client = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    cpSync(join(ROOT, 'db/migrations'), folder, { recursive: true })
    const path = join(folder, 'meta/_journal.json')
    const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
    const before = journal.entries.findIndex((entry) => entry.tag.endsWith(tag))
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, before) }))
    await applyMigrations(drizzle(client), { migrationsFolder: folder })
  } finally {
    await client.end()
    rmSync(folder, { recursive: true })
  }
}

async function insertCase(number: number, id: string, { state, outcome, closedAt, clocks }: Old) {
  const open = clocks.filter(([, , stoppedAt]) => !stoppedAt).sort(([, a], [, b]) => a.localeCompare(b))[0]
  await sql`insert into request ${sql({
    ...{
      id,
      operator_id: OPERATOR,
      year: 2026,
      number,
      reference: `OLD-2026-00000${number}`,
      submission_id: randomUUID(),
    },
    ...{ kind: 'deletion', ground: 'unlawful-or-unneeded', requester_type: 'subject', channel: 'portal', locale: 'ru' },
    ...{
      state,
      outcome: outcome ?? null,
      received_at: '2026-12-01T09:00:00Z',
      received_on: '2026-12-01',
      response_due_on: '2026-12-31',
    },
    ...{ next_due_on: open?.[1] ?? null, next_clock: open?.[0] ?? null, closed_at: closedAt ?? null },
    ...{ closed_on: closedAt?.slice(0, 10) ?? null, personal: Buffer.from('sealed'), assignee_id: OFFICER },
  })}`
  for (const [clock, dueOn, stoppedAt] of clocks) {
    await sql`insert into request_clock ${sql({
      ...{ id: randomUUID(), operator_id: OPERATOR, request_id: id, clock, rule_version: 1, amount: 7 },
      ...{ unit: 'working-days', counted_from: 'receipt', legal_basis: sql.json({}), roll_forward: 'none' },
      ...{
        started_on: '2026-12-01',
        due_on: dueOn,
        stopped_at: stoppedAt ?? null,
        stopped_on: stoppedAt?.slice(0, 10) ?? null,
      },
    })}`
  }
  if (outcome) {
    await sql`insert into answer ${sql({
      ...{ request_id: id, operator_id: OPERATOR, outcome, letter: Buffer.from('sealed'), drafted_by: OFFICER },
      ...{ saved_at: RELEASED, released_at: RELEASED, released_by: OFFICER },
    })}`
  }
}

it.each<[keyof typeof cases, { closed_on: string | null; next: string | null; clocks: string[] }]>([
  [
    'answered without a word of the duty',
    { closed_on: null, next: 'destroy 2026-12-10', clocks: ['destroy ', 'response answered'] },
  ],
  [
    'answered after the duty was recorded',
    { closed_on: '2026-12-07', next: null, clocks: ['destroy done', 'response answered'] },
  ],
  ['refused', { closed_on: '2026-12-07', next: null, clocks: ['destroy refused', 'response answered'] }],
  [
    'withdrawn',
    { closed_on: '2026-12-07', next: null, clocks: ['block done', 'destroy withdrawn', 'response withdrawn'] },
  ],
  ['open', { closed_on: null, next: 'response 2026-12-31', clocks: ['destroy done', 'response '] }],
])('%s', async (name, expected) => {
  const id = ids.get(name) ?? ''
  const [row] = await sql`
    select closed_on::text, next_clock || ' ' || next_due_on as next, ground from request where id = ${id}`
  const clocks = await sql`select clock || ' ' || coalesce(ending, '') as told from request_clock
    where request_id = ${id} order by clock`
  expect({ ...row, clocks: clocks.map(({ told }) => told) }).toEqual({ ...expected, ground: 'unneeded' })
})

it('puts the duties that nobody recorded back into the counters of the queue', async () => {
  expect(await sql`select due_on::text, count from queue_count order by due_on`).toEqual([
    { due_on: '2026-12-10', count: 1 },
    { due_on: '2026-12-31', count: 1 },
  ])
})

it('keeps what the clinic set for the ground that was split, and locks every table again', async () => {
  expect(await sql`select ground, amount from term_rule`).toEqual([{ ground: 'unneeded', amount: 5 }])
  const [row] = await sql`select profile from operator`
  expect(row?.['profile']).toEqual({ termRules: [{ ground: 'unneeded' }] })
  const open = await sql`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where nspname = 'public' and relname in ('request', 'request_clock', 'queue_count', 'term_rule', 'answer', 'audit_event')
      and not relforcerowsecurity`
  expect(open).toEqual([])
})
