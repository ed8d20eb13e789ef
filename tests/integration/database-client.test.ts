import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { ask, inScope, openDatabase, setScope } from '@/db/client'
import { errorFields } from '@/lib/log'
import { useDatabase } from '../support/database'

const database = useDatabase({ profiles: true })
const pool = openDatabase(database.appUrl, { max: 1 })
const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
afterAll(() => Promise.all([pool.close(), superuser.end()]))

const CLINIC = 'd0000000-0000-4000-8000-000000000001'
const seen = sql<{ operator: string }>`select current_setting('app.operator', true) as operator`

describe('the scope of a transaction', () => {
  it('stands before the work begins, even if the work asks nothing at first', async () => {
    const before = await inScope(pool.db, { operatorId: CLINIC }, async () => {
      const [backend] = await superuser`
        select query, state from pg_stat_activity where datname = ${database.name} and usename = 'portal_app'
        order by query_start desc limit 1`
      return backend
    })
    // The server has answered the statement that sets it, and waits for what the work will ask.
    expect(before).toMatchObject({ state: 'idle in transaction', query: expect.stringContaining("'app.operator'") })
  })

  it('holds for the first statement, and for those that are sent together with it', async () => {
    const settings = await inScope(pool.db, { operatorId: CLINIC }, (tx) =>
      Promise.all([tx.execute(seen), tx.execute(seen)]),
    )
    expect(settings.flat().map(({ operator }) => operator)).toEqual([CLINIC, CLINIC])
  })

  it('ends with the transaction', async () => {
    await inScope(pool.db, { operatorId: CLINIC }, async () => {})
    const [row] = await ask(pool.db, (db) => db.execute(seen))
    expect(row?.operator).toBe('')
  })

  it('can be changed within', async () => {
    const [row] = await inScope(pool.db, {}, async (tx) => {
      await setScope(tx, { operatorId: CLINIC })
      return tx.execute(seen)
    })
    expect(row?.operator).toBe(CLINIC)
  })
})

describe('a statement', () => {
  const prepared = sql<{ statement: string; runs: string }>`
    select statement, generic_plans + custom_plans as runs from pg_prepared_statements where statement like 'select $1%'`

  it('keeps its plan on its connection, in a transaction and without one', async () => {
    const one = sql`select ${1}::int as one`
    await ask(pool.db, (db) => db.execute(one))
    await inScope(pool.db, {}, (tx) => Promise.all([tx.execute(one), tx.execute(one)]))
    const [row] = await ask(pool.db, (db) => db.execute(prepared))
    expect(row).toMatchObject({ statement: 'select $1::int as one', runs: '3' })
  })

  it('with a long list of values leaves nothing behind', async () => {
    const count = sql`select count(*) from pg_prepared_statements`
    const list = Array.from({ length: 201 }, (_, index) => sql`${index}::int`)
    await ask(pool.db, (db) => db.execute(count))
    const [before] = await ask(pool.db, (db) => db.execute(count))
    await ask(pool.db, (db) => db.execute(sql`select ${sql.join(list, sql`, `)}`))
    expect((await ask(pool.db, (db) => db.execute(count)))[0]).toEqual(before)
  })
})

describe('a failed statement', () => {
  const SECRET = 'sokolova@patients.example'
  /** As a log would have it, be it ever so careless. */
  const told = (error: unknown) =>
    [
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      String((error as Error).stack),
      JSON.stringify(errorFields(error)),
    ].join('\n')

  const failing = [
    { title: 'of a type', code: '22P02', query: sql`select ${SECRET}::uuid` },
    {
      title: 'of a constraint',
      code: '23505',
      query: sql`insert into worker_beat values (${SECRET}, now()), (${SECRET}, now())`,
    },
    { title: 'of a table that is not there', code: '42P01', query: sql`select * from nowhere where email = ${SECRET}` },
  ]

  it.each(failing)('$title tells its code and none of its parameters', async ({ code, query }) => {
    const alone = () => ask(pool.db, (db) => db.execute(query))
    const within = () => inScope(pool.db, {}, (tx) => tx.execute(query))
    for (const run of [alone, within]) {
      const error: unknown = await run().catch((fault: unknown) => fault)
      expect(error).toMatchObject({ name: 'QueryError', code, message: expect.stringContaining(code) })
      expect(told(error)).not.toContain(SECRET)
    }
  })
})
