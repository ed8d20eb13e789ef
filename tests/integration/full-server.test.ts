import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inScope, openDatabase } from '@/db/client'
import { useDatabase } from '../support/database'

const database = useDatabase()
const ROLE = `narrow_${database.name}`
const url = Object.assign(new URL(database.appUrl), { username: ROLE, password: ROLE }).href
const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })

beforeAll(() => superuser.unsafe(`create role ${ROLE} login connection limit 1 password '${ROLE}'`))
afterAll(async () => {
  await superuser.unsafe(`drop role ${ROLE}`)
  await superuser.end()
})

it('waits for a connection of its own where the server takes no more', async () => {
  const { db, close } = openDatabase(url, { max: 2 })
  const began = Promise.withResolvers<void>()
  const refused = Promise.withResolvers<void>()
  const first = inScope(db, {}, async () => {
    began.resolve()
    await refused.promise
    return 'first'
  })
  await began.promise
  // The pool may open a second connection; the server refuses it.
  const second = inScope(db, {}, (tx) => tx.execute<{ two: string }>(sql`select 'second' as two`))
  const other = openDatabase(url, { max: 1 })
  await expect(other.db.execute(sql`select 1`)).rejects.toMatchObject({ cause: { code: '53300' } })
  refused.resolve()
  await expect(first).resolves.toBe('first')
  await expect(second).resolves.toMatchObject([{ two: 'second' }])
  await Promise.all([close(), other.close()])
})
