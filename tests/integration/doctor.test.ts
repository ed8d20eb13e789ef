import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { randomBytes } from 'node:crypto'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '@/lib/cli/paths'
import { examine } from '@/lib/doctor/examine'
import { examineRelay } from '@/lib/doctor/mail'
import type { Finding } from '@/lib/doctor/model'
import { room } from '@/lib/doctor/storage'
import { readSettings } from '@/lib/env'
import { startDns } from '../support/dns'
import { clinicOf, fileAt, useDomain } from '../support/domain'

const database = useDomain()
const { sql } = database
const dataDir = () => process.env['DATA_DIR'] ?? ''

let dns: Awaited<ReturnType<typeof startDns>>
const smtps: SMTPServer[] = []
beforeAll(async () => {
  dns = await startDns({ 'portal.test': ['v=spf1 -all'], '_dmarc.portal.test': ['v=DMARC1; p=reject'] })
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${await smtp({ disabledCommands: ['STARTTLS'], authOptional: true })}`
  chmodSync(dataDir(), 0o700)
})
afterAll(async () => {
  for (const server of smtps) server.close()
  await dns.stop()
})

async function smtp(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({ disableReverseLookup: true, logger: false, closeTimeout: 100, ...options })
  server.on('error', () => undefined)
  smtps.push(server)
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return (listener.address() as AddressInfo).port
}

async function look(changes: Record<string, string | undefined> = {}, now = () => new Date()): Promise<Finding[]> {
  return examine(readSettings({ ...process.env, ...changes }), { now, resolver: dns.resolver })
}

const marksOf = (findings: Finding[]) => Object.fromEntries(findings.map(({ check, mark }) => [check, mark]))
const faultsIn = (findings: Finding[]) => findings.filter(({ mark }) => mark === 'fault')

const beat = (age: string) => sql`
  insert into worker_beat values ('worker', now() - ${age}::interval) on conflict (name) do update set at = excluded.at`

/** Does something as the superuser, looks, and undoes it. */
async function afterChange(change: string, undo: string): Promise<Finding[]> {
  await sql.unsafe(change)
  try {
    return faultsIn(await look())
  } finally {
    await sql.unsafe(undo)
  }
}

describe('an installation that is well', () => {
  it('has no fault, and leaves nothing behind', async () => {
    await beat('1 second')
    const findings = await look({ DATABASE_OWNER_URL: database.ownerUrl })
    expect(marksOf(findings)).toMatchObject({
      ...{ Settings: 'ok', Database: 'ok', Role: 'ok', Migrations: 'ok', Tables: 'ok', 'Audit log': 'ok', Clock: 'ok' },
      ...{ Worker: 'ok', Owner: 'ok', 'Mail server': 'ok', SPF: 'ok', DMARC: 'ok', Files: 'ok', Keys: 'unknown' },
    })
    const left = readdirSync(dataDir(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(left).toEqual([])
  })

  it('opens what is stored, with the key that it was sealed with alone', async () => {
    await fileAt(await clinicOf('imed'), new Date())
    expect(marksOf(await look())).toMatchObject({ Keys: 'ok' })
    const other = await doctor({ MASTER_KEY: randomBytes(32).toString('base64') }, '--json')
    expect(other.code).toBe(1)
    expect(JSON.parse(other.out)).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([expect.objectContaining({ check: 'Keys', mark: 'fault' })]),
    })
  })
})

describe('the database', () => {
  it.each([
    [
      'Tables',
      'alter table message no force row level security',
      'alter table message force row level security',
      /message/,
    ],
    [
      'Audit log',
      'grant delete on audit_event to portal_app',
      'revoke delete on audit_event from portal_app',
      /audit_event/,
    ],
    [
      'Audit log',
      'alter table audit_event disable trigger user',
      'alter table audit_event enable trigger user',
      /audit_event/,
    ],
    [
      'Migrations',
      'alter table drizzle.__drizzle_migrations rename to hidden',
      'alter table drizzle.hidden rename to __drizzle_migrations',
      /no tables/,
    ],
  ])('%s: after "%s" is a fault', async (check, change, undo, what) => {
    const faults = await afterChange(change, undo)
    expect(faults).toMatchObject([{ check, what: expect.stringMatching(what), todo: expect.any(String) }])
  })

  it.each([
    ['superuser', '', /is a superuser/],
    ['bypassrls', 'portal_app', /^\w+ bypasses row-level security:/],
    ['createdb', 'portal_app', /may make roles or databases/],
    ['inherit', 'portal_owner', /owns tables, or may act as their owner/],
  ])('is a fault for a role that is %s, of %s', async (right, member, what) => {
    // A role of its own: other tests run as the app's at this moment.
    await sql.unsafe(`create role loose login ${right} password 'k3Jd92ls' ${member && `in role ${member}`}`)
    const url = database.appUrl.replace(/\/\/[^@]*@/, '//loose:k3Jd92ls@')
    const faults = faultsIn(await look({ DATABASE_URL: url }))
    expect(faults.find(({ check }) => check === 'Role')).toMatchObject({ what: expect.stringMatching(what) })
    await sql.unsafe('drop role loose')
  })

  it.each([
    [(url: string) => url.replace(/:\d+\//, ':9/'), 'ECONNREFUSED'],
    [(url: string) => url.replace(/:[^:@]*@/, ':not-the-one@'), '28P01'],
    [(url: string) => `${url}_gone`, '3D000'],
  ])('that lets nobody in is one fault, without the password (%#)', async (change, code) => {
    const [found, ...others] = faultsIn(await look({ DATABASE_URL: change(database.appUrl) }))
    expect(others).toEqual([])
    expect(found).toMatchObject({ check: 'Database', what: expect.stringContaining(code) })
    expect(JSON.stringify(found)).not.toMatch(/not-the-one|portal_app:/)
  })

  it('is apart from a machine whose clock is wrong', async () => {
    const late = () => new Date(Date.now() - 60_000)
    expect(faultsIn(await look({}, late))).toMatchObject([
      { check: 'Clock', what: expect.stringMatching(/60 s apart/) },
    ])
  })
})

describe('the worker', () => {
  it('is a fault a minute after its last sign of life, and a warning before its first', async () => {
    await beat('61 seconds')
    expect(faultsIn(await look())).toMatchObject([{ check: 'Worker' }])
    await sql`delete from worker_beat`
    expect(marksOf(await look())).toMatchObject({ Worker: 'warning' })
    await beat('1 second')
  })
})

describe('the mail server', () => {
  const relay = (url: string) => examineRelay(url, { allowPlaintext: false })
  const letIn: SMTPServerOptions = {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('No')),
  }

  it('greets and takes the sign-in, or refuses it', async () => {
    const port = await smtp(letIn)
    expect(await relay(`smtp://portal:right@127.0.0.1:${port}`)).toMatchObject({
      mark: 'ok',
      what: /takes the sign-in$/,
    })
    const refused = await relay(`smtp://portal:wrong@127.0.0.1:${port}`)
    expect(refused).toMatchObject({ mark: 'fault', what: expect.stringMatching(/refuses the sign-in \(535\)/) })
    expect(JSON.stringify(refused)).not.toContain('wrong')
  })

  // 0.0.0.0 leads to this machine and is no loopback address by name.
  it('beyond this machine has to offer TLS, with a certificate that is trusted', async () => {
    const plain = await smtp({ disabledCommands: ['STARTTLS'], authOptional: true })
    expect(await relay(`smtp://0.0.0.0:${plain}`)).toMatchObject({
      mark: 'fault',
      what: expect.stringContaining('no TLS'),
    })
    const own = await smtp({ authOptional: true })
    expect(await relay(`smtp://0.0.0.0:${own}`)).toMatchObject({
      mark: 'fault',
      what: expect.stringMatching(/certificate that is not to be trusted/),
    })
  })

  it('that nobody keeps is a fault', async () => {
    expect(await relay('smtp://127.0.0.1:9')).toMatchObject({
      mark: 'fault',
      what: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

describe('the data folder', () => {
  it('that cannot be written to is a fault', async () => {
    const files = join(dataDir(), 'files')
    rmSync(files, { recursive: true, force: true })
    writeFileSync(files, '')
    expect(faultsIn(await look())).toMatchObject([
      { check: 'Files', what: expect.stringMatching(/written in the folder \(E/) },
    ])
    rmSync(files)
  })

  it('is everybody’s to look into, or short of room', async () => {
    chmodSync(dataDir(), 0o755)
    expect(marksOf(await look())).toMatchObject({ Folder: 'warning' })
    chmodSync(dataDir(), 0o700)
    expect([0.5, 3, 60].map((gigabytes) => room('/data', gigabytes).mark)).toEqual(['fault', 'warning', 'ok'])
  })
})

describe('settings', () => {
  it('that are wrong are named each, and the others are tried all the same', async () => {
    const findings = await look({
      MASTER_KEY: undefined,
      PORT: 'x',
      NODE_ENV: 'production',
      PORTAL_URL: 'https://a.test',
    })
    expect(faultsIn(findings).map(({ what }) => what)).toEqual(['MASTER_KEY is missing', 'PORT must be a port'])
    const others = { Database: 'ok', 'Mail server': 'ok', Files: 'unknown', Keys: 'unknown', Proxies: 'warning' }
    expect(marksOf(findings)).toMatchObject(others)
  })
})

/** `npm run doctor …` on this database, as on a server: no process of the portal runs. */
async function doctor(changes: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/doctor.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...changes },
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: Number(code), out, err }
}

describe('npm run doctor', () => {
  it('exits with 1 and says what to do, or with 0', async () => {
    // SPF of a domain under .test: the machine's own DNS may say that there is none, or say nothing.
    const well = await doctor({}, '--json')
    const { findings } = JSON.parse(well.out) as { findings: Finding[] }
    const faults = faultsIn(findings).map(({ check }) => check)
    expect(faults.filter((check) => check !== 'SPF')).toEqual([])
    expect(well.code).toBe(faults.length === 0 ? 0 : 1)

    const broken = await doctor({ SMTP_URL: 'smtp://127.0.0.1:9' })
    expect(broken).toMatchObject({ code: 1, err: '' })
    expect(broken.out).toMatch(
      /^✗ Mail server {2}127\.0\.0\.1:9 does not greet \(ECONNREFUSED\)\n {15}→ Nobody listens there/m,
    )
    expect(broken.out).toMatch(/^Faults: \d$/m)
    expect((await doctor({}, '--nonsense')).err).toContain('npm run doctor')
  })
})
