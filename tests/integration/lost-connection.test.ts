import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, type Database, inScope, openDatabase } from '@/db/client'
import { useDatabase } from '../support/database'

// What patches/postgres+3.4.9.patch mends. Without it a process ends, a pool hangs, or one transaction writes into another.

const database = useDatabase()
const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
const through = new Set<Socket>()
/** Between the pool and the server, to cut a connection as a failing network does. */
const line = createServer((client) => {
  const server = connect(Number(new URL(database.appUrl).port), '127.0.0.1')
  client.pipe(server).pipe(client)
  through.add(client)
  for (const socket of [client, server])
    socket.on('error', () => {}).on('close', () => (client.destroy(), server.destroy()))
})
let pool: ReturnType<typeof openDatabase>

beforeAll(async () => {
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  const port = String((line.address() as AddressInfo).port)
  pool = openDatabase(Object.assign(new URL(database.appUrl), { port }).href, { max: 1 })
})
afterAll(async () => {
  await Promise.all([pool.close(), superuser.end()])
  line.close()
})

const write = (name: string) => sql`insert into worker_beat values (${name}, now())`
const isWritten = async (name: string) => (await superuser`select from worker_beat where name = ${name}`).count === 1
const pidOf = async (tx: Pick<Database, 'execute'>) => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return row?.pid ?? 0
}

const losses = {
  'a backend that was told to end': (pid: number) => superuser`select pg_terminate_backend(${pid})`,
  'a connection that was reset': () => {
    for (const socket of through) socket.resetAndDestroy()
    return Promise.resolve()
  },
}

it.each(Object.entries(losses))('%s fails the transaction alone, in the middle of a statement', async (name, lose) => {
  const asleep = Promise.withResolvers<number>()
  const lost = inScope(pool.db, {}, async (tx) => {
    await tx.execute(write(name))
    asleep.resolve(await pidOf(tx))
    await tx.execute(sql`select pg_sleep(60)`)
  })
  const failed = lost.catch((error: unknown) => error)
  await lose(await asleep.promise)
  expect(await failed).toBeInstanceOf(Error)
  expect(await isWritten(name)).toBe(false)
  for (const each of [1, 2])
    expect(await ask(pool.db, (db) => db.execute(sql`select ${each}::int as n`))).toEqual([{ n: each }])
})

it.each(Object.entries(losses))('%s: what goes on with its transaction writes into no other', async (name, lose) => {
  const [begun, resume] = [Promise.withResolvers<number>(), Promise.withResolvers<void>()]
  const inner = Promise.withResolvers<unknown>()
  const lost = inScope(pool.db, {}, async (tx) => {
    begun.resolve(await pidOf(tx))
    await resume.promise
    // What a command does on: its first statement after the loss, and all that are sent together.
    inner.resolve(await Promise.allSettled([write(`${name} 1`), write(`${name} 2`)].map((each) => tx.execute(each))))
  })
  const failed = lost.catch((error: unknown) => error)
  await lose(await begun.promise)
  expect(await failed).toBeInstanceOf(Error)
  // The pool has one connection: the next transaction stands where the lost one stood.
  await inScope(pool.db, {}, async (tx) => {
    await tx.execute(write(`${name} of the next`))
    resume.resolve()
    expect(await inner.promise).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    await tx.execute(write(`${name} of the next, too`))
  })
  const rows = await superuser`select name from worker_beat where name like ${`${name} %`} order by name`
  expect(rows.map((row) => String(row['name']))).toEqual([`${name} of the next`, `${name} of the next, too`])
})
