import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from './cli/paths'
import { describeFaults, parseEnv, settingNames } from './env'

const dataDir = mkdtempSync(join(tmpdir(), 'portal-env-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const good = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://portal_app:kT7wq2@db.internal/portal',
  DATABASE_OWNER_URL: 'postgres://portal_owner:mP4xz9@db.internal/portal',
  SMTP_URL: 'smtps://relay.internal:465',
  PORTAL_URL: 'https://rights.clinic.test/',
  MASTER_KEY: randomBytes(32).toString('base64'),
  NEXTAUTH_SECRET: randomBytes(48).toString('hex'),
  MAIL_FROM: 'rights@clinic.test',
  DATA_DIR: dataDir,
}

const faults = (changes: Record<string, string | undefined>) => {
  try {
    parseEnv({ ...good, ...changes })
    return []
  } catch (error) {
    return describeFaults(error)
  }
}

describe('parseEnv', () => {
  it('reads a good environment and normalises it', () => {
    expect(parseEnv({ ...good, PORT: '8080', DKIM_DOMAIN: '', TRUSTED_PROXIES: '10.0.0.0/8, ::1' })).toMatchObject({
      TRUSTED_PROXIES: ['10.0.0.0/8', '::1'],
      PORTAL_URL: 'https://rights.clinic.test',
      PORT: 8080,
      DEMO: '0',
    })
  })

  it('names each missing setting on a line of its own', () => {
    expect(faults({ MASTER_KEY: undefined, SMTP_URL: ' ' })).toEqual(['SMTP_URL is missing', 'MASTER_KEY is missing'])
  })

  it.each([
    ['PORTAL_URL', 'http://rights.clinic.test'],
    ['PORTAL_URL', 'https://rights.clinic.test/portal'],
    ['PORTAL_URL', 'rights.clinic.test'],
    ['MASTER_KEY', randomBytes(16).toString('base64')],
    ['MASTER_KEY', Buffer.alloc(32).toString('base64')],
    ['MASTER_KEY', Buffer.from('a passphrase of thirty-two bytes').toString('base64')],
    ['NEXTAUTH_SECRET', 'a'.repeat(40)],
    ['NEXTAUTH_SECRET', 'change-me-please-0123456789-abcdefgh'],
    ['NEXTAUTH_SECRET', good.MASTER_KEY],
    ['DATABASE_URL', 'postgres://portal_app:Password@db.internal/portal'],
    ['DATABASE_URL', 'postgres://postgres:kT7wq2@db.internal/portal'],
    ['DATABASE_URL', good.DATABASE_OWNER_URL],
    ['DATA_DIR', 'data'],
    ['STORAGE_URL', 'https://s3.internal/bucket'],
    ['STORAGE_URL', 'https://key:secret@s3.internal/'],
    ['STORAGE_URL', 'http://key:secret@s3.internal/bucket'],
    ['STORAGE_URL', 's3://key:secret@s3.internal/bucket'],
    ['MAIL_FROM', 'portal'],
    ['PORT', '70000'],
    ['TRUSTED_PROXIES', 'proxy.internal'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.1,,10.0.0.2'],
    ['PORT', 'abc'],
    ['DKIM_DOMAIN', 'clinic.test'],
    ['DEMO', '1'],
  ])('refuses %s=%s with one line that names it', (name, value) => {
    const lines = faults({ [name]: value })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`^${name} `))
    expect(lines[0]).not.toContain(value === '1' ? '=1' : value)
  })

  it('takes plain http on loopback in production', () => {
    expect(faults({ PORTAL_URL: 'http://localhost:3000' })).toEqual([])
  })

  it('takes all three of DKIM, the key with escaped line ends', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const dkim = { DKIM_DOMAIN: 'clinic.test', DKIM_SELECTOR: 'portal', DKIM_PRIVATE_KEY: pem.replaceAll('\n', '\\n') }
    expect(parseEnv({ ...good, ...dkim }).DKIM_PRIVATE_KEY).toBe(pem)
  })

  it('runs the demo on the database kept in DATA_DIR alone', () => {
    writeFileSync(join(dataDir, 'postgres-port'), '40123\n')
    const demo = (port: number) => ({
      DEMO: '1',
      DATABASE_URL: `postgres://portal_app:x1@127.0.0.1:${port}/portal`,
      DATABASE_OWNER_URL: undefined,
    })
    expect(faults(demo(40123))).toEqual([])
    expect(faults(demo(5432))).toHaveLength(1)
  })
})

describe.each(['docs/production.md', '.env.example'])('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8')
  // What no clinic's server sets.
  const ours = new Set(['NODE_ENV', 'DEMO'])

  it.each(settingNames.filter((name) => !ours.has(name)))('explains %s', (name) => {
    expect(text).toMatch(new RegExp(`\\b${name}\\b`))
  })
})
