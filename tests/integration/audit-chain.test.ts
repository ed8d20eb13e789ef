import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type HashedEvent, hashEvent } from '@/lib/audit/chain'
import { verifyAllChains } from '@/lib/audit/verify'
import { ROOT } from '@/lib/cli/paths'
import { INSTALLATION } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { closeDatabase, getDatabase } from '@/lib/core/database'
import { findOperator } from '@/lib/operators/queries'
import { createStaff, joinOperator } from '@/lib/people/create-staff'
import { useDatabase } from '../support/database'

const ROWS = 12
const database = useDatabase({ profiles: true })
const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const app = postgres(database.appUrl, { max: 1, onnotice: () => {} })
let operatorId = ''

/** A chain of twelve rows at one clinic, each written by a command; the first one published its profile. */
beforeAll(async () => {
  operatorId = (await findOperator('imvizhn'))?.id ?? ''
  const installation = contextFor({ kind: 'system', operatorId: INSTALLATION } as const, 'UTC', new Date())
  const person = { email: 'first@clinic.example', name: 'Анна Первая', locale: 'ru', password: 'long enough' }
  const created = await execute(createStaff, installation, person)
  const staffId = created.ok ? created.value.staffId : ''
  for (let row = 1; row < ROWS; row += 1) {
    const ctx = contextFor({ kind: 'system', operatorId } as const, 'Europe/Moscow', new Date())
    expect(await execute(joinOperator, ctx, { staffId, role: row % 2 === 0 ? 'officer' : 'lead' })).toMatchObject({
      ok: true,
    })
  }
})
afterAll(async () => {
  await closeDatabase()
  await Promise.all([superuser, owner, app].map((sql) => sql.end()))
})

/** What a superuser does who switched the triggers off. */
const tamper = (work: (sql: postgres.TransactionSql) => Promise<unknown>) =>
  superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await work(sql)
  })

const prove = async () => {
  const proofs = await verifyAllChains(getDatabase())
  expect(proofs.filter(({ name, fault }) => name !== 'imvizhn' && fault)).toEqual([])
  return proofs.find(({ name }) => name === 'imvizhn')
}

describe('the proof', () => {
  // Whatever a test breaks is whole again for the next one.
  beforeEach(async () => {
    await superuser`create table if not exists kept_event as select * from audit_event`
    await superuser`create table if not exists kept_head as select * from audit_head`
    await tamper(async (sql) => {
      await sql`delete from audit_event`
      await sql`insert into audit_event select * from kept_event`
      await sql`delete from audit_head`
      await sql`insert into audit_head select * from kept_head`
    })
  })

  it('holds for what the commands wrote', async () => {
    expect(await prove()).toEqual({ name: 'imvizhn', rows: ROWS })
  })

  it.each([
    ['the instant', 'at', `at + interval '1 millisecond'`, 'changed'],
    ['the kind of actor', 'actor_kind', `'staff'`, 'changed'],
    ['the actor', 'actor_id', 'gen_random_uuid()', 'changed'],
    ['the action', 'action', `'staff.dismissed'`, 'changed'],
    ['the request', 'request_id', 'gen_random_uuid()', 'changed'],
    ['one letter of the data', 'data', `replace(data::text, 'officer', 'officeR')::jsonb`, 'changed'],
    ['one byte of the hash', 'hash', 'set_byte(hash, 31, (get_byte(hash, 31) + 1) % 256)', 'changed'],
    [
      'one byte of the hash before',
      'previous_hash',
      'set_byte(previous_hash, 0, (get_byte(previous_hash, 0) + 1) % 256)',
      'previous-hash',
    ],
  ])('names the row when %s was changed', async (_what, column, value, fault) => {
    await tamper((sql) =>
      sql.unsafe(`update audit_event set "${column}" = ${value} where operator_id = '${operatorId}' and seq = 7`),
    )
    expect(await prove()).toEqual({ name: 'imvizhn', rows: 6, fault: { seq: 7, fault } })
  })

  it('names the next row when one was rewritten together with its hash', async () => {
    await tamper(async (sql) => {
      const [row] = await sql`select * from audit_event where operator_id = ${operatorId} and seq = 7`
      const { hash: _hash, previous_hash, ...rest } = row as postgres.Row
      const forged: HashedEvent = {
        ...{ operatorId, seq: 7, at: rest['at'], actorKind: rest['actor_kind'], actorId: rest['actor_id'] },
        ...{
          action: 'staff.dismissed',
          requestId: rest['request_id'],
          data: rest['data'],
          previousHash: previous_hash,
        },
      }
      await sql`update audit_event set action = ${forged.action}, hash = ${hashEvent(forged)}
        where operator_id = ${operatorId} and seq = 7`
    })
    expect(await prove()).toEqual({ name: 'imvizhn', rows: 7, fault: { seq: 8, fault: 'previous-hash' } })
  })

  it.each([
    ['the first row', 1],
    ['a row in between', 7],
  ])('finds the gap when %s was deleted', async (_what, seq) => {
    await tamper((sql) => sql`delete from audit_event where operator_id = ${operatorId} and seq = ${seq}`)
    expect(await prove()).toEqual({ name: 'imvizhn', rows: seq - 1, fault: { seq, fault: 'gap' } })
  })

  it('sees that two rows changed places', async () => {
    await tamper(async (sql) => {
      await sql`update audit_event set seq = -seq where operator_id = ${operatorId} and seq in (4, 5)`
      await sql`update audit_event set seq = 9 + seq where operator_id = ${operatorId} and seq in (-4, -5)`
    })
    expect((await prove())?.fault?.seq).toBe(4)
  })

  it.each([
    ['the last row', ROWS],
    ['half of the rows', 7],
    ['all rows', 1],
  ])('sees that the tail was cut: %s', async (_what, seq) => {
    await tamper((sql) => sql`delete from audit_event where operator_id = ${operatorId} and seq >= ${seq}`)
    expect(await prove()).toEqual({ name: 'imvizhn', rows: seq - 1, fault: { seq, fault: 'cut-tail' } })
  })

  it('is told by the command, with the clinic, the row, what is wrong, and an exit code', async () => {
    expect(await runVerify()).toMatchObject({ code: 0, out: expect.stringMatching(/✓ imvizhn +12 rows, ok/) })
    await tamper((sql) => sql`update audit_event set action = 'x' where operator_id = ${operatorId} and seq = 7`)
    const { code, out } = await runVerify()
    expect(out).toMatch(/✗ imvizhn +6 rows, then row 7: the row is not as it was written/)
    expect(out.trim().split('\n')).toHaveLength(6)
    expect(code).toBe(1)
  })
})

async function runVerify(): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/audit-verify.ts'], { cwd: ROOT, env: process.env })
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { code, out }
}

describe('nobody who works with the tables', () => {
  const statements = ['update audit_event set action = action', 'delete from audit_event', 'truncate audit_event']
  const roles = { app, owner }

  for (const [role, sql] of Object.entries(roles)) {
    it.each(statements)(`may, as the ${role}: %s`, async (statement) => {
      const scoped = sql.begin(async (tx) => {
        await tx`select set_config('app.operator', ${operatorId}, true)`
        return tx.unsafe(statement)
      })
      await expect(scoped).rejects.toMatchObject({ code: '42501' })
    })
  }

  it('may switch the triggers off as the app', async () => {
    await expect(app`set session_replication_role = replica`).rejects.toMatchObject({ code: '42501' })
    await expect(app`alter table audit_event disable trigger all`).rejects.toMatchObject({ code: '42501' })
    await expect(app`drop trigger audit_event_append_only on audit_event`).rejects.toMatchObject({ code: '42501' })
  })

  it('may write into the past of another clinic', async () => {
    const insert = app.begin(async (tx) => {
      await tx`select set_config('app.operator', ${operatorId}, true)`
      return tx`insert into audit_event select gen_random_uuid(), seq + 100, at, actor_kind, actor_id, action, request_id,
        data, previous_hash, hash from audit_event`
    })
    await expect(insert).rejects.toMatchObject({ code: '42501' })
  })
})
