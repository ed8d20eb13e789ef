import { sql } from 'drizzle-orm'
import { fromDrizzle, type JobInsert } from 'pg-boss'
import type { Transaction } from '@/db/client'
import type { QueueName } from '@/db/queues'
import { getBoss } from './boss'

/** A job to be stored with the write that wants it. `data` holds ids alone; of one `key`, one job waits at a time. */
export interface JobDraft {
  queue: QueueName
  data: Record<string, string>
  key: string
  /** The higher are fetched first; 0 by default. */
  priority?: number
  startAfter?: Date
}

/** Adds the jobs in the caller's transaction: they exist if, and only if, the write does. */
export async function enqueueJobs(tx: Transaction, jobs: readonly JobDraft[]): Promise<void> {
  if (jobs.length === 0) return
  const boss = await getBoss()
  const db = fromDrizzle(tx, sql)
  for (const [queue, drafts] of Map.groupBy(jobs, (job) => job.queue)) {
    const inserts = drafts.map(({ data, key, priority, startAfter }): JobInsert => ({
      data,
      singletonKey: key,
      ...(priority !== undefined && { priority }),
      ...(startAfter && { startAfter }),
    }))
    await boss.insert(queue, inserts, { db })
  }
}
