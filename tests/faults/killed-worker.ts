import type postgres from 'postgres'
import { expect, it } from 'vitest'
import { wakeWaitingMails } from '@/lib/mail/wake-waiting'
import type { Operator } from '@/lib/operators/queries'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { seedDueRequests } from '../support/due-requests'
import { forever, startHookedSmtp, tally, type HookedSmtp } from '../support/hooked-smtp'
import { startWorkerProcess } from '../support/worker-process'

interface Moment {
  title: string
  /** Sets the trap; what it returns resolves when the worker is in it, with what opens it again. */
  trap: (
    sql: postgres.Sql,
    smtp: HookedSmtp,
    clinic: Operator,
  ) => Promise<{ caught: Promise<void>; open: () => unknown }>
  /** How many letters come twice: those that were there in full, and of which nothing was stored. */
  extraCopies: (complete: number) => number
}

/** Resolves when some statement waits for a lock that the test holds. */
async function untilBlocked(sql: postgres.Sql, by: number): Promise<void> {
  for (;;) {
    const waiting = await sql`select from pg_stat_activity where ${by} = any (pg_blocking_pids(pid))`
    if (waiting.length > 0) return
  }
}

const pidOf = async (held: postgres.Sql | postgres.ReservedSql) => {
  const [row] = await held<{ pid: number }[]>`select pg_backend_pid() as pid`
  return row?.pid ?? 0
}

const moments: Moment[] = [
  {
    title: 'while it claims a mail',
    trap: async (sql, _smtp, clinic) => {
      const held = await sql.reserve()
      await held`
        select pg_advisory_lock(hashtextextended(key, 0)) from (
          select distinct operator_id || ':' || fold_key as key from mail
          where operator_id = ${clinic.id} and state = 'queued' and fold_key is not null) as waiting`
      const open = async () => {
        await held`select pg_advisory_unlock_all()`
        held.release()
      }
      return { caught: untilBlocked(sql, await pidOf(held)), open }
    },
    extraCopies: () => 0,
  },
  {
    title: 'in DATA',
    trap: async (_sql, smtp) => {
      const { promise: caught, resolve } = Promise.withResolvers<void>()
      smtp.use({ data: () => (resolve(), forever) })
      return { caught, open: () => smtp.use({}) }
    },
    extraCopies: () => 0,
  },
  {
    title: 'after the final dot',
    trap: async (_sql, smtp) => {
      const { promise: caught, resolve } = Promise.withResolvers<void>()
      smtp.use({ dot: () => (resolve(), forever) })
      return { caught, open: () => smtp.use({}) }
    },
    extraCopies: (complete) => complete,
  },
  {
    title: 'after the reply, before it is stored',
    trap: async (sql, smtp) => {
      const held = await sql.reserve()
      const { promise: accepted, resolve } = Promise.withResolvers<void>()
      let conversations = 0
      smtp.use({
        data: () => ((conversations += 1) > 1 ? forever : undefined),
        dot: async ({ messageId }) => {
          await held`begin`
          await held`select from mail where message_id = ${messageId} for update`
          resolve()
        },
      })
      const pid = await pidOf(held)
      const open = async () => {
        await held`rollback`
        held.release()
        smtp.use({})
      }
      return { caught: accepted.then(() => untilBlocked(sql, pid)), open }
    },
    extraCopies: (complete) => complete,
  },
]

/** kill -9 of a real worker at the moments that hurt most. Afterwards each intent is one letter, whole and the same. */
export function testKilledWorker(
  place: { sql: postgres.Sql; next: () => Operator },
  { mails, rounds, copiesAlone = false }: Size,
): void {
  it.each(moments.filter(({ extraCopies }) => !copiesAlone || extraCopies(1) > 0))(
    'is killed $title',
    async ({ title, trap, extraCopies }) => {
      const { sql } = place
      const clinic = place.next()
      const smtp = await startHookedSmtp()
      await seedDueRequests(sql, clinic, mails)
      await remindOfDeadlines(clinic, new Date())
      let expected = mails
      for (let round = 1; round <= rounds; round += 1) {
        const before = smtp.copies.length
        const { caught, open } = await trap(sql, smtp, clinic)
        const victim = startWorkerProcess(smtp.url)
        await Promise.race([caught, victim.exited.then(() => Promise.reject(new Error('The worker ended by itself')))])
        await victim.kill()
        await open()
        expected += extraCopies(smtp.copies.length - before)
        await letLeasesLapse(sql, clinic)
      }
      const heir = startWorkerProcess(smtp.url)
      await heir.started
      await smtp.until((copies) => new Set(copies.map(({ messageId }) => messageId)).size === mails)
      await heir.stop()
      await smtp.stop()

      const counts = tally(smtp.copies)
      process.stdout.write(`killed ${rounds}x ${title}: ${JSON.stringify({ intents: mails, ...counts })}\n`)
      expect(counts).toEqual({ letters: mails, copies: expected, unlike: 0 })
      expect(await countsOf(sql, clinic)).toEqual({ reminders: mails, mailed: mails, mails, sent: mails })
    },
  )
}

export interface Size {
  mails: number
  rounds: number
  /** The moments alone at which a letter may come twice. */
  copiesAlone?: boolean
}

/** Three minutes go by for the mails that a dead worker had taken, and the minute's sweep finds them: no other is moved. */
export async function letLeasesLapse(sql: postgres.Sql, clinic: Operator): Promise<void> {
  await sql`
    update mail set next_attempt_at = now()
    where operator_id = ${clinic.id} and state = 'queued' and first_tried_at is not null`
  await wakeWaitingMails(clinic.id, new Date(Date.now() + 1_000))
}

/** What the database says became of a clinic's reminders. */
export async function countsOf(sql: postgres.Sql, clinic: Operator) {
  const [row] = await sql`
    select count(*)::int as reminders, count(mail_id)::int as mailed, count(distinct mail_id)::int as mails,
      count(distinct mail_id) filter (where m.state = 'sent')::int as sent
    from reminder r left join mail m on m.id = r.mail_id where r.operator_id = ${clinic.id}`
  return { ...row }
}
