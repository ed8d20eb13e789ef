import { PgBoss } from 'pg-boss'
import { getEnv } from '@/lib/env'

const shared = globalThis as { portalBoss?: Promise<PgBoss> }

/** This process's pg-boss for adding jobs: it neither migrates nor supervises; only the worker's own does. */
export function getBoss(): Promise<PgBoss> {
  // A start that failed, because the database was away, is no reason for the next one to fail.
  shared.portalBoss ??= start().catch((error: unknown) => {
    delete shared.portalBoss
    throw error
  })
  return shared.portalBoss
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: getEnv().DATABASE_URL,
    max: 2,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  })
  // A lost connection is reopened at the next statement; without a listener it would end the process.
  boss.on('error', () => {})
  return boss.start()
}

export async function stopBoss(): Promise<void> {
  const boss = await shared.portalBoss
  delete shared.portalBoss
  await boss?.stop({ graceful: false })
}
