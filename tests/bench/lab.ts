import postgres from 'postgres'
import { freePort } from '@/db/embedded'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { loadCalendars } from '@/db/load-calendars'
import { migrate } from '@/db/migrate'
import { openPortalDatabase, type PortalDatabase } from '@/lib/cli/database'
import { loadSecrets } from '@/lib/cli/secrets'
import { closeDatabase } from '@/lib/core/database'
import { type Env, parseEnv } from '@/lib/env'
import { stopBoss } from '@/lib/jobs/boss'
import { openWorkspace } from '../support/workspace'
import { type MailSink, startMailSink } from './servers/mail-sink'

/** What all measurements stand on: a database of the benchmark's own, synced to disk, and a mail server that keeps nothing. */
export interface Lab {
  env: Env
  database: PortalDatabase
  /** Sees everything. */
  sql: postgres.Sql
  mail: MailSink
  /** Gone with the lab. */
  dir: string
  /** Anything else that ends with the lab. */
  running: AsyncDisposableStack
}

export async function openLab(running: AsyncDisposableStack): Promise<Lab> {
  const workspace = openWorkspace('bench')
  running.defer(workspace.remove)
  const secrets = loadSecrets(workspace.dir)
  const database = await openPortalDatabase(workspace.dir, secrets)
  running.defer(() => database.server.stop())
  const mail = await startMailSink()
  running.defer(mail.stop)
  const settings = {
    NODE_ENV: 'production',
    DATABASE_URL: database.appUrl,
    SMTP_URL: mail.url,
    PORTAL_URL: 'http://127.0.0.1:3000',
    MASTER_KEY: secrets.masterKey,
    NEXTAUTH_SECRET: secrets.sessionSecret,
    MAIL_FROM: 'portal@localhost.localdomain',
    DATA_DIR: workspace.dir,
    PORT: String(await freePort()),
  }
  // What of the portal runs within the benchmark itself reads the same settings.
  Object.assign(process.env, settings)
  await migrate({ ownerUrl: database.ownerUrl, appPassword: secrets.appPassword })
  await loadCalendars(database.ownerUrl)
  await loadProfiles(new Date())
  const sql = postgres(database.superuserUrl, { max: 3, onnotice: () => {} })
  running.defer(() => sql.end())
  running.defer(closeDatabase)
  running.defer(stopBoss)
  await allowBulk(sql)
  return { env: parseEnv(settings), database, sql, mail, dir: workspace.dir, running }
}

/** A million rows at once would otherwise wait for a checkpoint every gigabyte. */
async function allowBulk(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`alter system set max_wal_size = '8GB'`)
  await sql.unsafe(`alter system set checkpoint_timeout = '30min'`)
  await sql`select pg_reload_conf()`
}
