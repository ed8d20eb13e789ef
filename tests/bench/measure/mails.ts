import { startWorker } from '@/lib/cli/parts'
import { asActor } from '@/lib/core/database'
import type { SystemActor } from '@/lib/core/actor'
import { enqueueJobs } from '@/lib/jobs/enqueue'
import { queueMails } from '@/lib/mail/outbox'
import { createTransport } from '@/lib/mail/transport'
import type { Lab } from '../lab'
import type { SeededClinic } from '../seed/history'

export interface MailRates {
  /** Mails per second, from the first to the last that the server took. */
  worker: number
  transport: number
}

/** A worker that renders, seals, sends and records, beside the transport alone with letters that are ready. */
export async function measureMails(lab: Lab, clinic: SeededClinic, count: number, now: Date): Promise<MailRates> {
  const { sql, mail, env } = lab
  await sql`update mail set state = 'cancelled' where state = 'queued'`
  await sql`delete from pgboss.job where name = 'send-mail'`
  await queueLetters(lab, clinic, count, now)
  mail.taken.length = 0
  const worker = startWorker(env)
  const all = mail.reached(count)
  const ended = worker.exited.then(({ why }): never => {
    throw new Error(why)
  })
  try {
    await Promise.race([all, ended])
  } finally {
    ended.catch(() => {})
    await worker.stop()
  }
  const byWorker = rateOf(mail.taken)

  mail.taken.length = 0
  const transport = createTransport(env.SMTP_URL)
  const raw = Buffer.from(`Subject: A letter\r\n\r\n${'A line of a letter of the usual length.\r\n'.repeat(200)}`)
  const send = (place: number) =>
    transport.send({ envelope: { from: env.MAIL_FROM, to: `p${place}@patients.example` }, raw })
  await Promise.all(Array.from({ length: count }, (_, place) => send(place)))
  transport.close()
  return { worker: byWorker, transport: rateOf(mail.taken) }
}

function rateOf(taken: readonly number[]): number {
  const [first = 0, last = 0] = [taken[0], taken.at(-1)]
  return ((taken.length - 1) / (last - first)) * 1_000
}

/** Receipts to as many people as there are letters, since one address is not sent many within the hour. */
async function queueLetters({ sql }: Lab, { operator }: SeededClinic, count: number, now: Date): Promise<void> {
  const requests = await sql<{ id: string; reference: string }[]>`
    select id, reference from request where operator_id = ${operator.id} order by number desc limit ${count}`
  // Nothing else is due: the sweep of the worker finds no reminder to send.
  await sql`
    insert into reminder_sweep (operator_id, done_through) select id, '2999-12-31' from operator
    on conflict (operator_id) do update set done_through = excluded.done_through`
  const actor: SystemActor = { kind: 'system', operatorId: operator.id }
  await asActor(actor, async (tx) => {
    const jobs = await queueMails(
      tx,
      { actor, now },
      requests.map(({ id, reference }) => ({
        template: 'request-received' as const,
        locale: 'ru' as const,
        to: `${id}@patients.example`,
        requestId: id,
        intentKey: `bench:${id}`,
        props: {
          ...{ number: reference, receivedOn: '2026-11-20', dueOn: '2026-12-20', provisional: false },
          ...{ confirmUrl: 'http://127.0.0.1/confirm', caseUrl: 'http://127.0.0.1/case' },
        },
      })),
    )
    await enqueueJobs(tx, jobs)
  })
}
