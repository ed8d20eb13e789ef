import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asActor } from '@/lib/core/database'
import { getHealth } from '@/lib/health/queries'
import packageJson from '@/package.json'
import { clinicOf, fileAt, useDomain } from '../support/domain'

const { sql, name } = useDomain()
const beat = (age: string) => sql`
  insert into worker_beat values ('worker', now() - ${age}::interval) on conflict (name) do update set at = excluded.at`

describe('health', () => {
  it('is down while no worker has ever run', async () => {
    expect(await getHealth()).toMatchObject({
      status: 'down',
      version: packageJson.version,
      database: { up: true, latencyMs: expect.any(Number) },
      migrations: { upToDate: true },
      worker: { lastBeat: null, alive: false },
      mail: { oldestUnsent: null, queued: 0, failed: 0 },
    })
  })

  it('is ok with a worker that lives, and down a minute after its last sign of life', async () => {
    await beat('50 seconds')
    expect(await getHealth()).toMatchObject({ status: 'ok', worker: { alive: true, lastBeat: expect.any(Date) } })
    await beat('61 seconds')
    expect(await getHealth()).toMatchObject({ status: 'down', worker: { alive: false } })
    await beat('0 seconds')
  })

  it('counts the mail of all clinics, and is down when due mail waits for a quarter of an hour', async () => {
    const now = new Date()
    await fileAt(await clinicOf('imed'), now)
    await fileAt(await clinicOf('caop1'), now)
    expect(await getHealth()).toMatchObject({ status: 'ok', mail: { queued: 2, oldestUnsent: now, failed: 0 } })
    await sql`update mail set created_at = now() - interval '3 hours', next_attempt_at = now() + interval '1 hour'`
    expect((await getHealth()).status, 'a mail that is to be tried later').toBe('ok')
    await sql`update mail set next_attempt_at = now() - interval '16 minutes' where id = (select id from mail limit 1)`
    expect((await getHealth()).status, 'a mail that nobody tries').toBe('down')
    await sql`update mail set state = 'failed'`
    expect(await getHealth()).toMatchObject({ status: 'ok', mail: { queued: 0, oldestUnsent: null, failed: 2 } })
  })

  it('is down on tables of an older version, and not on those of a newer one', async () => {
    const migrations = 'drizzle.__drizzle_migrations'
    const last = sql`id = (select max(id) from ${sql(migrations)})`
    await sql`insert into ${sql(migrations)} (hash, created_at) values (${randomUUID()}, 0)`
    expect((await getHealth()).status).toBe('ok')
    await sql`delete from ${sql(migrations)} where ${last}`
    await sql`delete from ${sql(migrations)} where ${last}`
    const { status, migrations: found } = await getHealth()
    expect({ status, behind: found.expected - found.applied, upToDate: found.upToDate }).toEqual({
      status: 'down',
      behind: 1,
      upToDate: false,
    })
    await sql`insert into ${sql(migrations)} (hash, created_at) values (${randomUUID()}, 0)`
    expect((await getHealth()).status).toBe('ok')
  })

  it('is asked on a connection of its own, while all others are busy', async () => {
    await beat('0 seconds')
    const clinic = await clinicOf('imed')
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const begun = Array.from({ length: 12 }, () => Promise.withResolvers<void>())
    const busy = begun.map(({ resolve }) => asActor({ kind: 'system', operatorId: clinic.id }, () => (resolve(), held)))
    // Ten have a connection, two wait for one.
    await Promise.all(begun.slice(0, 10).map(({ promise }) => promise))
    expect((await getHealth()).status).toBe('ok')
    release()
    await Promise.all(busy)
  })

  it('is down, and says so at once, while the database takes nobody in', async () => {
    await sql`alter database ${sql(name)} connection limit 0`
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and usename = 'portal_app'`
    expect(await getHealth()).toMatchObject({ status: 'down', database: { up: false, latencyMs: null } })
    await sql`alter database ${sql(name)} connection limit -1`
    expect((await getHealth()).status).toBe('ok')
  })
})
