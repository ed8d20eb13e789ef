import { resolve } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { queues } from './queues'

const LOCK = 7_152_006

/**
 * Brings the database to this version, as its owner; safe to run from several processes at once.
 * @param appPassword sets the password of `portal_app`; without it the role keeps the one it has.
 */
export async function migrate({ ownerUrl, appPassword }: { ownerUrl: string; appPassword?: string }): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(${LOCK})`
    await applyMigrations(drizzle(client), { migrationsFolder: resolve(import.meta.dirname, 'migrations') })
    await installQueues(ownerUrl)
    // The health page compares the migrations applied with those of its version.
    await client`grant usage on schema drizzle to portal_app`
    await client`grant select on all tables in schema drizzle to portal_app`
    await client`grant usage on schema pgboss to portal_app`
    await client`grant select, insert, update, delete on all tables in schema pgboss to portal_app`
    await client`grant execute on all functions in schema pgboss to portal_app`
    if (appPassword) await client.unsafe(`alter role portal_app password '${appPassword.replaceAll("'", "''")}'`)
  } finally {
    await client.end()
  }
}

/** Queues are tables, so they are made here, by the owner: the app only adds jobs to them. */
async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false })
  await boss.start()
  try {
    for (const { name, policy, ...options } of queues) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options)
      else await boss.createQueue(name, { policy, ...options })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}
