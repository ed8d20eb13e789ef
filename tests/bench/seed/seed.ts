import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import postgres from 'postgres'
import { listOperators, type Operator } from '@/lib/operators/queries'
import type { SeededClinic } from './history'
import { bulk, fillShare, type ShareOrder } from './share'
import { withoutIndexes } from './tables'

interface Order {
  operator: Operator
  requests: number
  /** Every request is open and due within days: what a sweep of reminders has to see to. */
  allDue?: boolean
}

/** The least that fills more than two pages of a queue, so that pages of small and of large clinics compare. */
const LEAST_OPEN = 150
const OPEN_SHARE = 0.02
const OFFICERS = 4

/**
 * Fills clinics by COPY in two threads, then counters and statistics.
 * @param afresh the tables are empty, so that their indexes are better built afterwards
 */
export async function seedClinics(
  superuserUrl: string,
  orders: readonly Order[],
  { now, afresh }: { now: Date; afresh: boolean },
): Promise<SeededClinic[]> {
  const sql = postgres(superuserUrl, { max: 4, onnotice: () => {}, connection: bulk })
  try {
    const clinics: (SeededClinic & { dueSoon: boolean })[] = []
    for (const order of orders) clinics.push(await openClinic(sql, order))
    const fill = async () => {
      const part = { superuserUrl, clinics, now }
      await Promise.all([fillShare({ ...part, share: 'history' }), inThread({ ...part, share: 'sealed' })])
    }
    await (afresh ? withoutIndexes(sql, fill) : fill())
    await countQueue(sql, clinics)
    await sql`vacuum (analyze)`
    return clinics
  } finally {
    await sql.end()
  }
}

/** Rejects when the thread throws. */
async function inThread(order: ShareOrder): Promise<void> {
  await once(new Worker(new URL('./share.ts', import.meta.url), { workerData: order }), 'exit')
}

async function openClinic(sql: postgres.Sql, { operator, requests, allDue = false }: Order) {
  const open = allDue ? requests : Math.min(requests, Math.max(LEAST_OPEN, Math.round(requests * OPEN_SHARE)))
  const officers = Array.from({ length: OFFICERS }, (_, place) => ({ id: randomUUID(), name: `Офицер ${place + 1}` }))
  const accounts = officers.map(({ id, name }) => ({
    ...{ id, name, email: `${id}@clinics.example`, locale: 'ru' },
    ...{ password_hash: 'of no password', joined_at: new Date() },
  }))
  const role = 'officer'
  await sql`insert into staff ${sql(accounts)}`
  await sql`insert into staff_membership ${sql(officers.map(({ id }) => ({ staff_id: id, operator_id: operator.id, role })))}`
  return { operator, requests, open, officers, dueSoon: allDue }
}

/** What the trigger would have counted. */
async function countQueue(sql: postgres.Sql, clinics: readonly SeededClinic[]): Promise<void> {
  for (const { operator } of clinics) {
    await sql`
      insert into queue_count (operator_id, due_on, assignee_id, count)
      select operator_id, next_due_on, coalesce(assignee_id, '00000000-0000-0000-0000-000000000000'), count(*)
      from request where operator_id = ${operator.id} and next_due_on is not null group by 1, 2, 3`
  }
}

/** The clinics in their order, as many as are asked for. */
export async function takeClinics(count: number): Promise<Operator[]> {
  const operators = await listOperators()
  if (operators.length < count) throw new Error(`The benchmark needs ${count} clinics`)
  return operators.slice(0, count)
}
