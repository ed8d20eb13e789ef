import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts, demoPassword } from '@/db/demo/accounts'
import { answerOutcomes, requestKinds, requestStates } from '@/db/enums'
import { verifyAllChains } from '@/lib/audit/verify'
import { INSTALLATION } from '@/lib/core/actor'
import { contextFor } from '@/lib/core/context'
import { closeDatabase, getDatabase } from '@/lib/core/database'
import { loadDemo } from '@/lib/demo/load-demo'
import { signInStaff } from '@/lib/sessions/sign-in-staff'
import { useDatabase } from '../support/database'

const NOW = new Date('2026-11-20T09:30:00Z')
const TODAY = '2026-11-20'

const database = useDatabase()
const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
let seconds = 0

beforeAll(async () => {
  const begin = process.cpuUsage()
  await loadDemo(NOW)
  const { user, system } = process.cpuUsage(begin)
  seconds = (user + system) / 1e6
})
afterAll(async () => {
  await closeDatabase()
  await superuser.end()
})

const values = async (query: postgres.PendingQuery<postgres.Row[]>) => (await query).map((row) => Object.values(row)[0])
const number = async (query: postgres.PendingQuery<postgres.Row[]>) => Number((await values(query))[0])

describe('the demo', () => {
  // Of this process, so that a busy machine does not fail it.
  it('takes less than 15 seconds', () => {
    expect(seconds).toBeLessThan(15)
  })

  it('shows every kind, state it can reach, outcome and channel, at all five clinics', async () => {
    expect(await number(superuser`select count(*) from request`)).toBeGreaterThanOrEqual(80)
    expect(await number(superuser`select count(distinct operator_id) from request`)).toBe(5)
    expect(
      await number(superuser`select min(n) from (select count(*) n from request group by operator_id) x`),
    ).toBeGreaterThan(20)
    expect(await values(superuser`select distinct kind from request`)).toEqual(
      expect.arrayContaining([...requestKinds]),
    )
    expect(await values(superuser`select distinct state from request`)).toEqual(
      expect.arrayContaining(requestStates.filter((state) => state !== 'withdrawn')),
    )
    expect(await values(superuser`select distinct outcome from request`)).toEqual(
      expect.arrayContaining([...answerOutcomes]),
    )
    expect(await values(superuser`select distinct channel from request`)).toHaveLength(5)
    expect(await values(superuser`select distinct requester_type from request`)).toHaveLength(3)
    expect(await values(superuser`select distinct locale from request`)).toHaveLength(2)
  })

  it('has requests overdue, due today, tomorrow, this week and later, at each clinic', async () => {
    const rows = await superuser`
      select count(*) filter (where next_due_on < ${TODAY})::int as overdue,
        count(*) filter (where next_due_on = ${TODAY})::int as today,
        count(*) filter (where next_due_on = ${TODAY}::date + 1)::int as tomorrow,
        count(*) filter (where next_due_on between ${TODAY}::date + 2 and ${TODAY}::date + 7)::int as week,
        count(*) filter (where next_due_on > ${TODAY}::date + 7)::int as later
      from request group by operator_id`
    for (const row of rows)
      expect(
        Object.values(row).every((count) => Number(count) > 0),
        JSON.stringify(row),
      ).toBe(true)
    expect(await number(superuser`select count(*) from request_clock where extended_at is not null`)).toBeGreaterThan(3)
  })

  it('has answers of last month and requests of last year', async () => {
    expect(
      await number(superuser`select count(*) from request where closed_on between '2026-10-01' and '2026-10-31'`),
    ).toBeGreaterThan(9)
    expect(await number(superuser`select count(*) from request where year = 2025`)).toBe(10)
  })

  it('numbers the requests of a clinic and year in the order of their receipt, without a gap', async () => {
    const rows = await superuser`
      select number, row_number() over (partition by operator_id, year order by received_at) as place from request`
    for (const { number, place } of rows) expect(number).toBe(Number(place))
  })

  it('puts nothing into the future', async () => {
    expect(await number(superuser`select count(*) from audit_event where at > ${NOW}`)).toBe(0)
    expect(await number(superuser`select count(*) from request where received_at > ${NOW}`)).toBe(0)
  })

  it('leaves every audit chain whole', async () => {
    const chains = await verifyAllChains(getDatabase())
    expect(chains.filter(({ fault }) => fault)).toEqual([])
    expect(chains.every(({ rows }) => rows > 5)).toBe(true)
  })

  it('mails a handful only: the history counts as sent, and nobody is woken for it', async () => {
    const queued = await number(superuser`select count(*) from mail where state = 'queued'`)
    expect(queued).toBeGreaterThan(3)
    expect(queued).toBeLessThan(30)
    const woken = await number(superuser`select count(*) from pgboss.job where name = 'send-mail'`)
    expect(woken).toBeGreaterThan(0)
    // Letters that are told in one share a job.
    expect(woken).toBeLessThanOrEqual(queued)
    expect(await number(superuser`select count(*) from mail where state = 'sent'`)).toBeGreaterThan(300)
    expect(await number(superuser`select count(*) from mail where state = 'sent' and sent_at < created_at`)).toBe(0)
  })

  it('lets each account in, with its password', async () => {
    const ctx = contextFor({ kind: 'public', operatorId: INSTALLATION } as const, 'UTC', NOW)
    for (const { email } of [accounts[0], accounts.at(-1)].filter((account) => account !== undefined)) {
      const signIn = await signInStaff(
        ctx,
        { email, password: demoPassword },
        { source: '192.0.2.1', deviceTokens: [] },
      )
      expect(signIn).toMatchObject({ ok: true, value: { signedIn: true } })
    }
    expect(await number(superuser`select count(*) from staff`)).toBe(accounts.length)
  })

  it('does nothing the second time', async () => {
    const count = () => number(superuser`select (select count(*) from audit_event) + (select count(*) from request)`)
    const before = await count()
    await loadDemo(new Date('2026-11-25T09:30:00Z'))
    expect(await count()).toBe(before)
  })
})
