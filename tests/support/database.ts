import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { databaseUrls } from '@/lib/cli/database'
import { TEMPLATE, type Cluster } from './global-setup'

export interface TestDatabase {
  name: string
  /** Row-level security holds for it. */
  appUrl: string
  ownerUrl: string
  /** Sees everything: for what a test asserts, never for what it tests. */
  superuserUrl: string
}

/**
 * Gives a test file a migrated database of its own, and settings that `getEnv` reads; both are gone after the file.
 * @param profiles loads the operators too; `migrated: false` leaves the database empty.
 */
export function useDatabase({ profiles = false, migrated = true } = {}): TestDatabase {
  const cluster = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  const database: TestDatabase = { name, ...databaseUrls({ url: urlOf(cluster) }, name, cluster) }
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-test-'))
  Object.assign(process.env, testSettings(database, dataDir))

  beforeAll(async () => {
    await asSuperuser(cluster, (sql) =>
      sql.unsafe(`create database ${name} template ${migrated ? TEMPLATE : 'template1'} owner portal_owner`),
    )
    if (profiles) await loadProfiles(new Date())
  })
  afterAll(async () => {
    await asSuperuser(cluster, (sql) => sql.unsafe(`drop database ${name} with (force)`))
    rmSync(dataDir, { recursive: true, force: true })
  })
  return database
}

/** Settings that pass every check; a test changes what it is about. */
export function testSettings(database: Pick<TestDatabase, 'appUrl'>, dataDir: string) {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PORTAL_URL: 'http://localhost:3000',
    MASTER_KEY: randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    MAIL_FROM: 'portal@portal.test',
    DATA_DIR: dataDir,
  }
}

const urlOf =
  ({ port, superuserPassword }: Cluster) =>
  (database: string, role?: { name: string; password: string }) =>
    `postgres://${role?.name ?? 'postgres'}:${role?.password ?? superuserPassword}@127.0.0.1:${port}/${database}`

async function asSuperuser(cluster: Cluster, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(urlOf(cluster)('postgres'), { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
