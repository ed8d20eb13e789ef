import { PgBoss } from 'pg-boss'
import { processWide } from '@/lib/core/process-wide'
import { getEnv } from '@/lib/env'

const shared = processWide('boss', (): { boss?: Promise<PgBoss> } => ({}))

/** This process's pg-boss for adding jobs: it neither migrates nor supervises; only the worker's own does. */
export function getBoss(): Promise<PgBoss> {
  // A start that failed, because the database was away, is no reason for the next one to fail.
  shared.boss ??= start().catch((error: unknown) => {
    delete shared.boss
    throw error
  })
  return shared.boss
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
  const boss = await shared.boss
  delete shared.boss
  await boss?.stop({ graceful: false })
}
