import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { addDays } from '@/lib/core/calendar-date'
import { localDate } from '@/lib/core/zoned'
import type { Operator } from '@/lib/operators/queries'
import { newRequestVault } from '@/lib/vault/request-vault'

/** Below what one address gets within an hour, so that nothing is delayed. */
const EACH = 20
const CHUNK = 1_000

/** A zone where it is about noon now: the hours of the machine must not decide whether reminders go out. */
export function noonZone(now = new Date()): string {
  const hourIn = (timeZone: string) =>
    Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now))
  const zone = Intl.supportedValuesOf('timeZone').find((each) => hourIn(each) === 12)
  if (!zone) throw new Error('It is noon nowhere')
  return zone
}

/**
 * Requests that fall due today, each in the hands of an officer: one reminder, and one mail, each. Their numbers begin
 * after `after`, where others are filed beside them.
 */
export async function seedDueRequests(sql: postgres.Sql, clinic: Operator, count: number, after = 0): Promise<void> {
  const today = localDate(new Date(), clinic.timeZone)
  const startedOn = addDays(today, -30)
  const officers = Array.from({ length: Math.ceil(count / EACH) }, () => {
    const id = randomUUID()
    return {
      id,
      email: `${id.slice(0, 13)}@clinics.example`,
      name: 'Петрова О. И.',
      locale: 'ru',
      password_hash: 'of no password',
      joined_at: new Date(),
    }
  })
  await insert(sql, 'staff', officers)
  const memberships = officers.map(({ id }) => ({ staff_id: id, operator_id: clinic.id, role: 'officer' }))
  await insert(sql, 'staff_membership', memberships)

  const ids = Array.from({ length: count }, () => randomUUID())
  const keys = ids.map((id) => ({ id, ...newRequestVault(id) }))
  const requests = keys.map(({ id, vault }, n) => ({
    id,
    operator_id: clinic.id,
    year: Number(startedOn.slice(0, 4)),
    number: after + n + 1,
    reference: `${clinic.code}-${after + n + 1}`,
    submission_id: randomUUID(),
    kind: 'claim',
    requester_type: 'subject',
    channel: 'portal',
    locale: 'ru',
    state: 'in-progress',
    assignee_id: officers[Math.floor(n / EACH)]?.id ?? null,
    received_at: new Date(`${startedOn}T12:00:00Z`),
    received_on: startedOn,
    response_due_on: today,
    next_due_on: today,
    next_clock: 'response',
    personal: vault.seal('request:personal', id, '{}'),
  }))
  await insert(sql, 'request', requests)
  const wrapped = keys.map(({ id, wrapped: key }) => ({ request_id: id, operator_id: clinic.id, wrapped: key }))
  await insert(sql, 'request_key', wrapped)
  const clocks = ids.map((id) => ({
    id: randomUUID(),
    operator_id: clinic.id,
    request_id: id,
    clock: 'response',
    rule_version: 1,
    amount: 30,
    unit: 'calendar-days',
    counted_from: 'receipt',
    legal_basis: sql.json({ ru: '8.2', en: '8.2' }),
    roll_forward: 'none',
    started_on: startedOn,
    due_on: today,
  }))
  await insert(sql, 'request_clock', clocks)
}

async function insert(sql: postgres.Sql, table: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await sql`insert into ${sql(table)} ${sql(rows.slice(start, start + CHUNK) as Record<string, never>[])}`
  }
}
