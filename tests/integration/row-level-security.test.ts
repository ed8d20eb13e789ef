import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database'
import { insertAnyRow, listColumns, type TableColumns } from '../support/any-row'

const A = '0a000000-0000-4000-8000-00000000000a'
const B = '0b000000-0000-4000-8000-00000000000b'

/** Tables that belong to no operator. A new table without operator_id has to be argued for here. */
const shared = [
  'calendar_day',
  'calendar_year',
  'limit_count',
  'operator',
  'passkey',
  'passkey_challenge',
  'recovery_code',
  'sign_in_guard',
  'staff',
  'staff_identity',
  'staff_link',
  'staff_session',
  'staff_totp',
  'upload_usage',
  'worker_beat',
]

const REFUSED = '42501'
const database = useDatabase()
const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
/** One connection, so that whatever a transaction leaves behind meets the next one. */
const app = postgres(database.appUrl, { max: 1, onnotice: () => {} })

let tenants: TableColumns[] = []

beforeAll(async () => {
  tenants = (await listColumns(superuser)).filter(({ columns }) => columns.some(({ name }) => name === 'operator_id'))
  await superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica` // rows without their parents: only the tenant matters here
    for (const table of tenants) {
      await insertAnyRow(sql, table, A)
      await insertAnyRow(sql, table, B)
    }
  })
})
afterAll(() => Promise.all([superuser, owner, app].map((sql) => sql.end())))

const as = <T>(operatorId: string, work: (sql: postgres.TransactionSql) => Promise<T>) =>
  app.begin(async (sql) => {
    await sql`select set_config('app.operator', ${operatorId}, true)`
    return work(sql)
  })

/** The rows a statement touched, or the code it was refused with. */
async function outcome(work: () => Promise<{ count: number }>): Promise<number | string> {
  try {
    return (await work()).count
  } catch (error) {
    if (error instanceof Error) return String(Reflect.get(error, 'code'))
    throw error
  }
}

const isNothing = async (work: () => Promise<{ count: number }>) => [0, REFUSED].includes(await outcome(work))

/** Runs `check` on every tenant table; the answer names the tables it did not hold for. */
async function inEveryTable(check: (table: TableColumns) => Promise<boolean>): Promise<string[]> {
  const failed: string[] = []
  for (const table of tenants) if (!(await check(table))) failed.push(table.name)
  return failed
}

describe('the catalog', () => {
  it('knows the tenants’ tables', async () => {
    const all = (await listColumns(superuser)).map(({ name }) => name)
    expect(all.filter((name) => !tenants.some((table) => table.name === name))).toEqual(shared)
    expect(tenants.length).toBeGreaterThan(15)
  })

  it('enables and forces row-level security on each of them', async () => {
    const rows = await superuser`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relrowsecurity and relforcerowsecurity order by relname`
    expect(rows.map(({ relname }) => relname)).toEqual(tenants.map(({ name }) => name))
  })

  it('has one policy for reading and writing each, and more for reading the clinics and one’s own memberships', async () => {
    const policies = await superuser`
      select tablename, permissive, cmd, qual, with_check from pg_policies where schemaname = 'public' order by tablename, cmd`
    const whole = policies.filter(({ cmd, tablename }) => cmd === 'ALL' && tablename !== 'operator')
    expect(whole.map(({ tablename }) => tablename)).toEqual(tenants.map(({ name }) => name))
    expect(new Set(whole.map(({ qual }) => qual))).toEqual(new Set(['(operator_id = current_operator())']))
    expect(new Set(whole.map(({ with_check }) => with_check))).toEqual(new Set(['(operator_id = current_operator())']))
    expect(policies.filter(({ cmd }) => cmd !== 'ALL')).toMatchObject([
      { tablename: 'offered_membership', cmd: 'SELECT', qual: '(staff_id = current_staff())' },
      { tablename: 'operator', cmd: 'SELECT', qual: 'true' },
      { tablename: 'provider', cmd: 'SELECT', qual: expect.stringContaining('00000000-0000-0000-0000-000000000000') },
      { tablename: 'staff_membership', cmd: 'SELECT', qual: '(staff_id = current_staff())' },
    ])
  })

  it('lets the app’s role own nothing and bypass nothing', async () => {
    const [role] = await superuser`select * from pg_roles where rolname = 'portal_app'`
    expect(role).toMatchObject({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
    const owned = await superuser`
      select relname as name from pg_class where relowner = 'portal_app'::regrole
      union all select proname from pg_proc where proowner = 'portal_app'::regrole
      union all select nspname from pg_namespace where nspowner = 'portal_app'::regrole`
    expect(owned).toEqual([])
    expect(await superuser`select * from pg_auth_members where member = 'portal_app'::regrole`).toEqual([])
    expect(
      await superuser`select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
    ).toEqual([])
  })

  it('grants the app neither to empty, nor to change the tables, nor to rewrite the books', async () => {
    const granted = await superuser`
      select table_name || ' ' || privilege_type as grant from information_schema.role_table_grants
      where grantee = 'portal_app' and table_schema = 'public'`
    const grants = granted.map((row) => String(row['grant']))
    expect(grants.filter((grant) => / (TRUNCATE|REFERENCES|TRIGGER)$/.test(grant))).toEqual([])
    for (const missing of [
      'audit_event UPDATE',
      'audit_event DELETE',
      'audit_head DELETE',
      'register_counter DELETE',
      'request DELETE',
      'operator DELETE',
      'operator_profile UPDATE',
      'operator_profile DELETE',
    ]) {
      expect(grants).not.toContain(missing)
    }
    expect(grants).toContain('audit_event INSERT')
  })
})

/** What must hold for clinic A in every table; `true` is good. */
const checks: Record<string, (table: TableColumns) => Promise<boolean>> = {
  'sees its own rows and no others': ({ name }) =>
    as(A, async (sql) => {
      const rows = await sql`select operator_id from ${sql(name)}`
      return rows.length === 1 && rows[0]?.['operator_id'] === A
    }),
  'updates nothing of clinic B': async ({ name }) =>
    isNothing(() => as(A, (sql) => sql`update ${sql(name)} set operator_id = operator_id where operator_id = ${B}`)),
  'deletes nothing of clinic B': async ({ name }) =>
    isNothing(() => as(A, (sql) => sql`delete from ${sql(name)} where operator_id = ${B}`)),
  'inserts nothing for clinic B': async (table) =>
    (await outcome(() => as(A, (sql) => insertAnyRow(sql, table, B)))) === REFUSED,
  'hands no row of its own to clinic B': async ({ name }) =>
    (await outcome(() => as(A, (sql) => sql`update ${sql(name)} set operator_id = ${B}`))) === REFUSED,
}

describe('clinic A, in every table', () => {
  it.each(Object.entries(checks))('%s', async (_what, check) => {
    expect(await inEveryTable(check)).toEqual([])
  })

  it('may insert for itself: what stops it then is a missing parent, never the policy', async () => {
    const failed = await inEveryTable(
      async (table) => (await outcome(() => as(A, (sql) => insertAnyRow(sql, table, A)))) !== REFUSED,
    )
    expect(failed).toEqual([])
  })

  it('would be caught at a table that has no policy', async () => {
    const leaky: TableColumns = { name: 'leaky', columns: [{ name: 'operator_id', type: 'uuid' }] }
    await owner`create table leaky (operator_id uuid)`
    const caught: string[] = []
    for (const [what, check] of Object.entries(checks)) {
      await owner`truncate leaky`
      await owner`insert into leaky values (${A}), (${B})`
      if (!(await check(leaky))) caught.push(what)
    }
    await owner`drop table leaky`
    expect(caught).toEqual(Object.keys(checks))
  })
})

describe('a new table', () => {
  const made: TableColumns = { name: 'made', columns: [{ name: 'operator_id', type: 'uuid' }] }
  const fill = () => superuser`insert into made values (${A}), (${B})`

  beforeEach(() => owner`create table made (operator_id uuid)`)
  afterEach(() => owner`drop table made`)

  it('is a tenant’s by one call', async () => {
    await owner`select enable_tenant('made')`
    for (const check of Object.values(checks)) {
      await fill()
      expect(await check(made)).toBe(true)
      await superuser`truncate made`
    }
    await fill()
    expect(await outcome(() => as(A, (sql) => sql`update made set operator_id = operator_id`))).toBe(1)
    expect(await outcome(() => as(A, (sql) => sql`delete from made`))).toBe(1)
  })

  it('can be one to which rows are added alone, even by its owner', async () => {
    await owner`select enable_tenant('made', true)`
    expect(await outcome(() => as(A, (sql) => insertAnyRow(sql, made, A)))).toBe(1)
    for (const statement of ['update made set operator_id = operator_id', 'delete from made', 'truncate made']) {
      expect(await outcome(() => as(A, (sql) => sql.unsafe(statement)))).toBe(REFUSED)
      const asOwner = owner.begin(async (sql) => {
        await sql`select set_config('app.operator', ${A}, true)`
        await sql.unsafe(statement)
      })
      await expect(asOwner).rejects.toThrow('made is append-only')
    }
  })

  it('is opened by no app', async () => {
    expect(await outcome(() => app`select enable_tenant('made')`)).toBe(REFUSED)
  })
})

describe('the clinics', () => {
  it('are seen by all, and written within their own scope alone', async () => {
    const clinic = { name: 'Own' }
    await superuser`insert into operator (id, slug, code, time_zone, position, profile)
      values (${A}, 'a', 'AA', 'UTC', 0, ${superuser.json(clinic)}), (${B}, 'b', 'BB', 'UTC', 1, ${superuser.json(clinic)})`
    expect((await app`select from operator`).count).toBe(2)
    const rename = (id: string) => outcome(() => as(A, (sql) => sql`update operator set position = 2 where id = ${id}`))
    expect([await rename(A), await rename(B)]).toEqual([1, 0])
    expect(await outcome(() => as(A, (sql) => sql`update operator set id = ${B} where id = ${A}`))).toBe(REFUSED)
    expect(await outcome(() => app.begin((sql) => sql`update operator set position = 3`))).toBe(0)
  })
})

describe('without an operator', () => {
  const seesNothing = (sql: postgres.Sql | postgres.TransactionSql) =>
    inEveryTable(async ({ name }) => (await sql`select from ${sql(name)}`).count === 0)

  it('sees nothing, on a fresh connection', async () => {
    const fresh = postgres(database.appUrl, { max: 1, onnotice: () => {} })
    expect(await seesNothing(fresh)).toEqual([])
    await fresh.end()
  })

  it('sees nothing on a connection that clinic A has just used', async () => {
    const [before] = await as(A, (sql) => sql`select pg_backend_pid() as pid, count(*)::int from request`)
    expect(before).toMatchObject({ count: 1 })
    expect(await app`select pg_backend_pid() as pid`).toMatchObject([{ pid: before?.['pid'] }])
    expect(await app`select current_setting('app.operator', true) as left`).toEqual([{ left: '' }])
    expect(await seesNothing(app)).toEqual([])
  })

  it('sees nothing after a transaction of clinic A that failed', async () => {
    await expect(as(A, (sql) => sql`select 1 / 0`)).rejects.toThrow('division by zero')
    expect(await seesNothing(app)).toEqual([])
  })

  it('sees nothing as the owner of the tables either', async () => {
    expect(await seesNothing(owner)).toEqual([])
  })

  it('inserts nothing', async () => {
    const failed = await inEveryTable(
      async (table) => (await outcome(() => app.begin((sql) => insertAnyRow(sql, table, A)))) === REFUSED,
    )
    expect(failed).toEqual([])
  })
})

describe('the audit log', () => {
  const asOwner = (statement: string) => () =>
    owner.begin(async (sql) => {
      await sql`select set_config('app.operator', ${A}, true)`
      return sql.unsafe(statement)
    })

  it.each(['update audit_event set action = action', 'delete from audit_event', 'truncate audit_event'])(
    'refuses its owner: %s',
    async (statement) => {
      await expect(asOwner(statement)()).rejects.toThrow('append-only')
    },
  )
})
