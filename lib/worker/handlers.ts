import type { PgBoss } from 'pg-boss'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { sweepFiles } from '@/lib/documents/sweep-files'
import { errorFields, log } from '@/lib/log'
import { deliverMail } from '@/lib/mail/deliver'
import type { MailTransport } from '@/lib/mail/transport'
import { urgencies } from '@/lib/mail/urgency'
import { makeCode } from '@/lib/sessions/make-code'
import { sweep } from './sweep'

interface MailJob {
  operatorId: string
  mailId: string
}

interface CodeJob {
  operatorId: string
  codeId: string
}

/** What falls due is found within this time; the queue takes one sweep at a time, however many workers ask for it. */
const SWEEP_MS = 20_000

/** What the worker does for each queue. A handler is thin: it calls what the feature offers. Returns how to stop sweeping. */
export async function handleJobs(boss: PgBoss, transport: MailTransport): Promise<() => void> {
  const clock = () => new Date()

  const sendMails = async (jobs: readonly { data: MailJob }[]) => {
    // Each on its own: a mail that cannot be rendered or sent holds up no other. The sweep wakes it again.
    const results = await Promise.allSettled(jobs.map(({ data }) => deliverMail(transport, data, clock)))
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') {
        log('delivery.failed', { mailId: jobs[index]?.data.mailId ?? '', ...errorFields(result.reason) })
      }
    }
  }
  const lane = { batchSize: 20, pollingIntervalSeconds: 0.5 }
  // Two lanes: what is owed does not even wait for the end of a batch of what strangers caused.
  await boss.work<MailJob>('send-mail', { ...lane, minPriority: urgencies.letter }, sendMails)
  await boss.work<MailJob>('send-mail', { ...lane, maxPriority: urgencies.news }, sendMails)

  await boss.work<CodeJob>('make-code', { ...lane, localConcurrency: 2 }, async (jobs) => {
    for (const { data } of jobs) {
      const ctx = contextFor({ kind: 'system', operatorId: data.operatorId }, 'UTC', clock())
      await execute(makeCode, ctx, { codeId: data.codeId })
    }
  })

  await boss.work('sweep-files', async () => {
    const { deleted, unknown, missing } = await sweepFiles(clock())
    if (deleted + unknown + missing > 0) log('files.swept', { deleted, unknown, missing })
  })
  await boss.schedule('sweep-files', '17 * * * *', {}, { missed: 'once' })

  await boss.work('sweep', { pollingIntervalSeconds: 2 }, () => sweep(clock()))
  await boss.unschedule('sweep') // what earlier versions did each minute
  const startSweep = () => boss.send('sweep', {})
  // At once as well: what fell due while no worker ran does not wait.
  await startSweep()
  const timer = setInterval(
    () => void startSweep().catch((error: unknown) => log('sweep.not-started', errorFields(error))),
    SWEEP_MS,
  )
  return () => clearInterval(timer)
}
