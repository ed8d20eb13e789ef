import type { PgBoss } from 'pg-boss'
import { errorFields, log } from '@/lib/log'
import { deliverMail } from '@/lib/mail/deliver'
import type { MailTransport } from '@/lib/mail/transport'
import { sweep } from './sweep'

interface MailJob {
  operatorId: string
  mailId: string
}

/** What the worker does for each queue. A handler is thin: it calls what the feature offers. */
export async function registerHandlers(boss: PgBoss, transport: MailTransport): Promise<void> {
  const clock = () => new Date()

  await boss.work<MailJob>('send-mail', { batchSize: 20, pollingIntervalSeconds: 0.5 }, async (jobs) => {
    // Each on its own: a mail that cannot be rendered or sent holds up no other. The sweep wakes it again.
    const results = await Promise.allSettled(jobs.map(({ data }) => deliverMail(transport, data, clock)))
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') {
        log('mail-failed', { mailId: jobs[index]?.data.mailId ?? '', ...errorFields(result.reason) })
      }
    }
  })

  await boss.work('sweep', { pollingIntervalSeconds: 2 }, () => sweep(clock()))
  await boss.schedule('sweep', '* * * * *', {}, { missed: 'once' })
  // At once as well: what fell due while no worker ran does not wait for the next minute.
  await boss.send('sweep', {})
}
