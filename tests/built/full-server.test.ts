import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '@/lib/core/links'
import { signToken } from '@/lib/vault/signed-token'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { clinicOf, fileAt, useDomain } from '../support/domain'

const { sql, name, appUrl } = useDomain()
const ROLE = `narrow_${name}`
const TOO_MANY = '53300'

const refused = Promise.withResolvers<void>()
/** Passes everything on, and tells when the server has taken a connection for one too many. */
const door = createServer((client) => {
  const server = connect(Number(new URL(appUrl).port), '127.0.0.1')
  server.on('data', (bytes) => bytes.includes(TOO_MANY) && refused.resolve())
  client.pipe(server).pipe(client)
  for (const socket of [client, server])
    socket.on('error', () => {}).on('close', () => (client.destroy(), server.destroy()))
})
let web: BuiltWeb

beforeAll(async () => {
  await sql.unsafe(`create role ${ROLE} login password '${ROLE}-of-this-test' in role portal_app`)
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const port = String((door.address() as AddressInfo).port)
  const way = Object.assign(new URL(appUrl), { username: ROLE, password: `${ROLE}-of-this-test`, port })
  web = await startBuiltWeb({ DATABASE_URL: way.href })
})
afterAll(async () => {
  await web.stop()
  door.close()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${ROLE}`
  await sql.unsafe(`drop role ${ROLE}`)
})

it('waits for a full server, though the health page was what opened the pool', async () => {
  const clinic = await clinicOf('imed')
  const { requestId } = await fileAt(clinic, new Date())
  const token = signToken('receipt', requestId, new Date(Date.now() + 60_000))
  expect((await fetch(`${web.url}/api/health`)).headers.get('content-type')).toContain('json')
  expect((await fetch(web.url + paths.findCase('ru', clinic.slug))).status).toBe(200)
  const [open] = await sql`select count(*)::int as open from pg_stat_activity where usename = ${ROLE}`
  await sql.unsafe(`alter role ${ROLE} connection limit ${Number(open?.['open'])}`)
  const page = fetch(web.url + paths.receipt('ru', clinic.slug, token))
  await refused.promise
  await sql.unsafe(`alter role ${ROLE} connection limit 50`)
  expect((await page).status).toBe(200)
})
