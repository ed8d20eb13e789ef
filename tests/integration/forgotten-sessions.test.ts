import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { newToken } from '@/lib/sessions/secret-token'
import { sweep } from '@/lib/worker/sweep'
import { clinicOf, fileAt, useDomain } from '../support/domain'

const { sql, hire } = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

const row = (expires_at: Date) => ({
  id: randomUUID(),
  token_hash: Buffer.from(newToken()),
  created_at: daysAgo(100),
  expires_at,
})

it('the sweep takes away sessions and links whose time is long over, and no other', async () => {
  const clinic = await clinicOf('imed')
  const { requestId: request_id } = await fileAt(clinic, NOW)
  const { actor } = await hire(clinic)
  const of = { operator_id: clinic.id, request_id }
  const by = { staff_id: actor.staffId }
  const requesters = [daysAgo(8), daysAgo(6), daysAgo(-1)].map((end) => ({ ...row(end), ...of }))
  const sessions = [daysAgo(31), daysAgo(29), daysAgo(-1)].map((end) => ({ ...row(end), ...by }))
  const links = [daysAgo(31), daysAgo(29)].map((end) => ({ ...row(end), ...by, purpose: 'reset' }))
  await sql`insert into requester_session ${sql(requesters)}`
  await sql`insert into staff_session ${sql(sessions)}`
  await sql`insert into staff_link ${sql(links)}`

  await sweep(NOW)
  const left = async (table: string) => (await sql`select id from ${sql(table)}`).map(({ id }) => String(id)).toSorted()
  const butTheFirst = (rows: { id: string }[]) =>
    rows
      .slice(1)
      .map(({ id }) => id)
      .toSorted()
  expect(await left('requester_session')).toEqual(butTheFirst(requesters))
  expect(await left('staff_session')).toEqual(butTheFirst(sessions))
  expect(await left('staff_link')).toEqual(butTheFirst(links))
  const told = await sql`select data from audit_event where action = 'session.forgotten' order by operator_id`
  expect(told.map(({ data }) => data as unknown)).toEqual([{ staff: 1, links: 1 }, { requester: 1 }])

  await sweep(NOW)
  expect(await sql`select from audit_event where action = 'session.forgotten'`, 'nothing more to tell').toHaveLength(2)
})
