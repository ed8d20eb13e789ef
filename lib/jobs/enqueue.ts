import { sql } from 'drizzle-orm'
import { fromDrizzle } from 'pg-boss'
import type { Transaction } from '@/db/client'
import type { QueueName } from '@/db/queues'
import { getBoss } from './boss'

/** A job to be stored with the write that wants it. `data` holds ids alone. */
export interface JobDraft {
  queue: QueueName
  data: Record<string, string>
  startAfter?: Date
}

/** Adds the jobs in the caller's transaction: they exist if, and only if, the write does. */
export async function enqueueJobs(tx: Transaction, jobs: readonly JobDraft[]): Promise<void> {
  if (jobs.length === 0) return
  const boss = await getBoss()
  const db = fromDrizzle(tx, sql)
  for (const job of jobs) {
    await boss.send(job.queue, job.data, { db, ...(job.startAfter && { startAfter: job.startAfter }) })
  }
}
