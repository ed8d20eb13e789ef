import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { inScope } from '@/db/client'
import { mail } from '@/db/schema'
import { getDatabase } from '@/lib/core/database'
import { enqueueJobs } from '@/lib/jobs/enqueue'
import { jobColumns, mailJob } from './outbox'

const BATCH = 1_000

/** Wakes the worker for every mail that is due and has no job: one whose worker was killed, or whose job was lost. */
export async function wakeWaitingMails(operatorId: string, now: Date): Promise<number> {
  return inScope(getDatabase(), { operatorId }, async (tx) => {
    const due = await tx
      .select(jobColumns)
      .from(mail)
      .where(and(eq(mail.operatorId, operatorId), eq(mail.state, 'queued'), lte(mail.nextAttemptAt, now)))
      .orderBy(desc(mail.urgency), asc(mail.nextAttemptAt))
      .limit(BATCH)
    await enqueueJobs(
      tx,
      due.map((row) => mailJob(row)),
    )
    return due.length
  })
}
