import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { GENESIS, hashEvent, type HashedEvent } from '@/lib/audit/chain'
import { addDays, yearOf } from '@/lib/core/calendar-date'
import { between, seeded } from '@/lib/demo/random'
import type { PersonalData } from '@/lib/requests/model'
import { searchRows } from '@/lib/requests/search-hashes'
import { formatReference } from '@/lib/text/reference'
import { newRequestVault } from '@/lib/vault/request-vault'
import { searchHash } from '@/lib/vault/search-hash'
import { type ClinicPlan, detailsOf, historyOf, type SeededRequest } from './history'
import type { TableCopy } from './copy'
import { patient } from './people'
import type { Copies } from './tables'

/** Writes the copied tables of one clinic, with numbers, an audit chain and sealed data such as the portal itself makes. */
export async function fillClinic(sql: postgres.Sql, copies: Copies, plan: ClinicPlan): Promise<void> {
  const { operator, requests } = plan
  const random = seeded(`bench:${operator.slug}`)
  const request = historyOf(plan, random)
  const numbers = new Map<number, number>()
  // The clinic's chain has begun with its profile.
  const [head] = await sql<Chain[]>`select seq::int, hash from audit_head where operator_id = ${operator.id}`
  const chain: Chain = head ?? { seq: 0, hash: GENESIS }
  for (let place = 0; place < requests; place++) {
    const row = request(place)
    const remindedBefore = row.closedAt && random() < 0.4 ? between(random, 1, 5) : undefined
    const year = yearOf(row.receivedOn)
    const number = (numbers.get(year) ?? 0) + 1
    numbers.set(year, number)
    const reference = formatReference(operator.code, year, number)
    if (copies.request) addRequest(copies, operator.id, row, { year, number, reference, place })
    if (copies.request_clock) addClocks(copies.request_clock, operator.id, row)
    if (copies.reminder && remindedBefore) addReminder(copies.reminder, operator.id, row, remindedBefore)
    if (copies.audit_event) addEvents(copies.audit_event, operator.id, row, { chain, reference })
    for (const copy of Object.values(copies)) await copy.flush()
  }
  if (!copies.audit_event) return
  const counters = [...numbers].map(([year, last]) => ({ operator_id: operator.id, year, last }))
  await sql`insert into register_counter ${sql(counters)}`
  await sql`insert into audit_head ${sql({ operator_id: operator.id, ...chain })}
    on conflict (operator_id) do update set seq = excluded.seq, hash = excluded.hash`
}

interface Chain {
  seq: number
  hash: Buffer
}

interface Numbered {
  year: number
  number: number
  reference: string
  place: number
}

function addRequest(copies: Copies, operatorId: string, row: SeededRequest, numbered: Numbered): void {
  const { year, number, reference, place } = numbered
  const { lastName, firstName, email, phone } = patient(place)
  const personal: PersonalData = {
    subject: { lastName, firstName, middleName: '', birthDate: '1985-04-12' },
    representative: undefined,
    authority: undefined,
    contact: { email, phone },
    details: 'Прошу сообщить, какие мои данные обрабатываются, на каком основании и кому они переданы.',
    correction: undefined,
    categories: [],
    identity: { number: '', issuedOn: '', issuer: '' },
    relation: { contractNumber: '', contractDate: '', patientNumber: '', visitDate: '2024-02-03' },
    signature: { statement: true, name: `${lastName} ${firstName}` },
  }
  const { vault, wrapped } = newRequestVault(row.id)
  const { ground = null, scope = null } = detailsOf(row.kind)
  const closedOn = row.closedAt && (row.clocks[0]?.stoppedOn ?? null)
  copies.request?.add([
    ...[row.id, operatorId, year, number, reference, randomUUID(), row.kind, ground, scope],
    ...['subject', 'portal', 'ru', row.state, row.assignee?.id, row.receivedAt, row.receivedOn],
    ...[row.responseDueOn, row.next?.dueOn, row.next?.clock, row.outcome, row.closedAt, closedOn, row.receivedAt],
    vault.seal('request:personal', row.id, JSON.stringify(personal)),
    searchHash('email', operatorId, email),
  ])
  copies.request_key?.add([row.id, operatorId, wrapped])
  for (const { hash } of searchRows([{ id: row.id, operatorId, personal }]))
    copies.request_search?.add([operatorId, hash, row.id])
}

function addClocks(copy: TableCopy, operatorId: string, row: SeededRequest): void {
  for (const { id, clock, rule, startedOn, dueOn, stoppedAt, stoppedOn, ending } of row.clocks) {
    const { version, amount, unit, countedFrom, extensionAmount, rollForward } = rule
    copy.add([
      ...[id, operatorId, row.id, clock, version, amount, unit, countedFrom, JSON.stringify(rule.legalBasis)],
      ...[extensionAmount, rollForward, startedOn, dueOn, stoppedAt, stoppedOn, ending],
    ])
  }
}

/** One that was mailed to the person in charge before the answer; nothing waits any more. */
function addReminder(copy: TableCopy, operatorId: string, row: SeededRequest, daysBefore: number): void {
  const clock = row.clocks[0]
  if (!clock) return
  const on = addDays(clock.dueOn, -daysBefore)
  copy.add([
    ...[randomUUID(), operatorId, row.id, clock.id, `before-${daysBefore}`, on, row.assignee?.id],
    ...[1, clock.dueOn, `${on}T08:00:00Z`, row.closedAt],
  ])
}

function addEvents(
  copy: TableCopy,
  operatorId: string,
  { id, kind, state, receivedAt, closedAt, outcome, assignee }: SeededRequest,
  { chain, reference }: { chain: Chain; reference: string },
): void {
  const log = (event: Pick<HashedEvent, 'at' | 'actorKind' | 'actorId' | 'action' | 'data'>) => {
    const previousHash = chain.hash
    const { at, actorKind, actorId, action, data } = event
    chain.hash = hashEvent({ ...event, operatorId, requestId: id, seq: ++chain.seq, previousHash })
    const cells = [at, actorKind, actorId, action, id, JSON.stringify(data), previousHash, chain.hash]
    copy.add([operatorId, chain.seq, ...cells])
  }
  const by = { actorKind: 'staff', actorId: assignee?.id ?? null } as const
  const data = { reference, kind, channel: 'portal', files: 0 }
  log({ at: receivedAt, actorKind: 'public', actorId: null, action: 'request.filed', data })
  if (closedAt) log({ ...by, at: closedAt, action: 'answer.released', data: { outcome } })
  else if (state === 'in-progress') log({ ...by, at: receivedAt, action: 'request.taken', data: {} })
}
