import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { verifyChain } from '@/lib/audit/verify'
import { execute } from '@/lib/core/command'
import { asActor, closeDatabase } from '@/lib/core/database'
import { getEnv } from '@/lib/env'
import { stopBoss } from '@/lib/jobs/boss'
import { listRegister } from '@/lib/requests/register'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { eraseListed } from '@/lib/retention/erase-again'
import { eraseRequest } from '@/lib/retention/erase-request'
import { readLists } from '@/lib/retention/list'
import { getCaseOrErasure } from '@/lib/retention/queries'
import { sweep } from '@/lib/worker/sweep'
import { clinicOf, fileAt, requesterAt, staffAt, useDomain } from '../support/domain'

const { sql, hire, name, superuserUrl } = useDomain()
const server = postgres(Object.assign(new URL(superuserUrl), { pathname: '/postgres' }).href, {
  max: 1,
  onnotice: () => {},
})
afterAll(() => server.end())

const NOW = new Date('2026-12-01T09:00:00Z')
const BACKUP = `${name}_backup`

/** Nobody may be connected to a database that is copied or replaced. */
async function alone(): Promise<void> {
  await stopBoss()
  await closeDatabase()
  await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`
}

const restore = async () => {
  await alone()
  await server.unsafe(`drop database ${name} with (force)`)
  await server.unsafe(`create database ${name} template ${BACKUP}`)
}

it('what was erased after a backup is erased again after its restore', async () => {
  const clinic = await clinicOf('imed')
  const lead = await hire(clinic, 'lead')
  const [gone, kept] = [await fileAt(clinic, NOW), await fileAt(clinic, NOW)]
  await alone()
  await server.unsafe(`create database ${BACKUP} template ${name}`)

  // After the backup it is closed, and then erased, by somebody who was hired meanwhile.
  const { requestId } = gone
  const newcomer = await hire(clinic, 'lead')
  expect(await execute(withdrawRequest, requesterAt(clinic, requestId, NOW), { requestId })).toMatchObject({ ok: true })
  const erased = await execute(eraseRequest, staffAt(newcomer, NOW), { requestId, ground: 'asked-for', sure: true })
  expect(erased).toMatchObject({ ok: true })
  const register = async () => (await listRegister(staffAt(lead, NOW), { year: 2026 })).rows
  const line = async () => (await register()).find(({ id }) => id === requestId)
  const before = await line()
  await sweep(NOW)
  await sweep(NOW)
  expect(await readLists()).toMatchObject([{ requestId, ground: 'asked-for', state: 'withdrawn' }])
  // A worker that was killed while it wrote.
  appendFileSync(join(getEnv().DATA_DIR, 'erasures', `${clinic.id}.jsonl`), '{"operatorId":"')

  await restore()
  expect(await getCaseOrErasure(staffAt(lead, NOW), requestId), 'the backup knows everything').toHaveProperty(
    'personal',
  )
  expect(await eraseListed(NOW)).toBe(1)
  expect(await eraseListed(NOW), 'once').toBe(0)
  expect(await getCaseOrErasure(staffAt(lead, NOW), requestId)).toMatchObject({
    erasure: { ground: 'asked-for', erasedAt: NOW, by: null },
  })
  expect(await line()).toEqual(before)
  const [counted] = await sql`select sum(count)::int as open from queue_count where operator_id = ${clinic.id}`
  expect(counted, 'only the other one is in the queue').toMatchObject({ open: 1 })
  expect(await getCaseOrErasure(staffAt(lead, NOW), kept.requestId)).toHaveProperty('personal')
  expect(await asActor(lead.actor, (tx) => verifyChain(tx, clinic.id))).not.toHaveProperty('fault')

  // On another disk the list is written anew.
  rmSync(join(getEnv().DATA_DIR, 'erasures'), { recursive: true })
  await sweep(NOW)
  expect(await readLists()).toMatchObject([{ requestId }])
})
