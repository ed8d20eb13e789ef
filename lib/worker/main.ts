import { PgBoss } from 'pg-boss'
import { closeDatabase } from '@/lib/core/database'
import { describeFaults, getEnv } from '@/lib/env'
import { stopBoss } from '@/lib/jobs/boss'
import { errorFields, log } from '@/lib/log'
import { createTransport } from '@/lib/mail/transport'
import { startBeating } from './beat'
import { handleJobs } from './handlers'

/** The worker: sends mail and sweeps. Any number may run; what is to be done stands in the tables. */
async function main(): Promise<void> {
  const env = getEnv()
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, migrate: false, createSchema: false, max: 4 })
  boss.on('error', (error) => log('queue.failed', errorFields(error)))
  const transport = createTransport(env.SMTP_URL, {
    allowPlaintext: env.NODE_ENV !== 'production',
    deadline: 150_000,
    silenceTimeout: 60_000,
  })
  await boss.start()
  const stopSweeping = await handleJobs(boss, transport)
  const stopBeating = await startBeating()
  log('worker.started')

  const stop = async () => {
    stopBeating()
    stopSweeping()
    await boss.stop({ graceful: true, timeout: 15_000 })
    transport.close()
    await stopBoss()
    await closeDatabase()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

main().catch((error: unknown) => {
  for (const fault of describeFaults(error)) process.stderr.write(`${fault}\n`)
  process.exitCode = 1
  process.exit()
})
