import type postgres from 'postgres'
import { expect, it } from 'vitest'
import { freePort } from '@/db/embedded'
import { execute } from '@/lib/core/command'
import { resendMail } from '@/lib/mail/resend-mail'
import { createTransport } from '@/lib/mail/transport'
import type { Operator } from '@/lib/operators/queries'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { seedDueRequests } from '../support/due-requests'
import { forever, type Hooks, type HookedSmtp, reply, startHookedSmtp, tally } from '../support/hooked-smtp'
import { hire, staffAt } from '../support/domain'
import { deliverAll } from '../support/reminding'
import { countsOf } from './killed-worker'

const HOUR = 3_600_000

/** Impatient, so that a server that stalls costs the test no minutes. */
const impatience = { connectTimeout: 2_000, silenceTimeout: 500, deadline: 5_000 }

interface Place {
  sql: postgres.Sql
  next: () => Operator
}

/** Tries what is due, then lets the clock jump to the next try, until nothing waits or `until` is reached. */
async function runOutbox({ sql }: Place, clinic: Operator, url: string, from: Date, until = Infinity): Promise<Date> {
  const transport = createTransport(url, impatience)
  let now = from
  for (;;) {
    await deliverAll(sql, clinic, transport, now.toISOString())
    const [row] = await sql<{ next: Date | null }[]>`
      select min(next_attempt_at) as next from mail where operator_id = ${clinic.id} and state = 'queued'`
    if (!row?.next || row.next.getTime() > until) break
    if (row.next > now) now = row.next
  }
  transport.close()
  return now
}

async function prepare({ sql, next }: Place, mails: number): Promise<{ clinic: Operator; now: Date }> {
  const clinic = next()
  const now = new Date()
  await seedDueRequests(sql, clinic, mails)
  await remindOfDeadlines(clinic, now)
  return { clinic, now }
}

/** Every letter meets the fault once. */
const faults: { title: string; hooks: (once: () => boolean) => Hooks; extraCopies: number }[] = [
  {
    title: 'says 421 to who connects',
    hooks: (once) => ({ connect: () => (once() ? reply(421) : undefined) }),
    extraCopies: 0,
  },
  {
    title: 'says 450 to the recipient',
    hooks: (once) => ({ rcpt: () => (once() ? reply(450) : undefined) }),
    extraCopies: 0,
  },
  {
    title: 'says 451 after the final dot',
    hooks: (once) => ({ dot: () => (once() ? reply(451) : undefined) }),
    extraCopies: 0,
  },
  { title: 'hangs up in DATA', hooks: (once) => ({ data: () => (once() ? 'hang-up' : undefined) }), extraCopies: 0 },
  { title: 'stalls before DATA', hooks: (once) => ({ data: () => (once() ? forever : undefined) }), extraCopies: 0 },
  {
    title: 'stalls after the final dot',
    hooks: (once) => ({ dot: () => (once() ? forever : undefined) }),
    extraCopies: 1,
  },
  {
    title: 'hangs up after the final dot',
    hooks: (once) => ({ dot: () => (once() ? 'hang-up' : undefined) }),
    extraCopies: 1,
  },
]

function tell(title: string, mails: number, smtp: HookedSmtp) {
  const counts = tally(smtp.copies)
  process.stdout.write(`server ${title}: ${JSON.stringify({ intents: mails, ...counts })}\n`)
  return counts
}

/** A mail server at its worst: nothing is lost, and a letter comes twice only where nobody can know that it came. */
export function testFailingServer(place: Place, { mails }: { mails: number }): void {
  const { sql } = place
  const allSent = { reminders: mails, mailed: mails, mails, sent: mails }

  it.each(faults)('$title', async ({ title, hooks, extraCopies }) => {
    const { clinic, now } = await prepare(place, mails)
    const smtp = await startHookedSmtp()
    let left = mails
    smtp.use(hooks(() => (left -= 1) >= 0))
    await runOutbox(place, clinic, smtp.url, now)
    await smtp.stop()
    expect(tell(title, mails, smtp)).toEqual({ letters: mails, copies: mails * (1 + extraCopies), unlike: 0 })
    expect(await countsOf(sql, clinic)).toEqual(allSent)
  })

  it('refuses every connection for a day, then takes all', async () => {
    const { clinic, now } = await prepare(place, mails)
    const port = await freePort()
    const later = await runOutbox(place, clinic, `smtp://127.0.0.1:${port}`, now, now.getTime() + 24 * HOUR)
    expect(await countsOf(sql, clinic)).toEqual({ ...allSent, sent: 0 })
    const smtp = await startHookedSmtp(port)
    await runOutbox(place, clinic, smtp.url, later)
    await smtp.stop()
    expect(tell('refused for a day', mails, smtp)).toEqual({ letters: mails, copies: mails, unlike: 0 })
    expect(await countsOf(sql, clinic)).toEqual(allSent)
  })

  it.each([
    ['says 550 to the recipient', 1, { rcpt: () => reply(550) }],
    ['says 421 for three days', 25, { connect: () => reply(421) }],
  ] as [string, number, Hooks][])(
    '%s: given up for all to see, and sent again by hand',
    async (title, tries, hooks) => {
      const { clinic, now } = await prepare(place, 1)
      const smtp = await startHookedSmtp()
      smtp.use(hooks)
      const end = await runOutbox(place, clinic, smtp.url, now)
      const [failed] =
        await sql`select id, state, attempts, last_reply, message_id from mail where operator_id = ${clinic.id}`
      expect(failed).toMatchObject({
        state: 'failed',
        attempts: tries,
        last_reply: expect.stringMatching(/^(550|421) /),
      })
      expect(end.getTime() - now.getTime()).toBe(tries > 1 ? 72 * HOUR : 0)
      smtp.use({})
      const officer = await hire(sql, clinic)
      const ctx = staffAt(officer, end)
      expect(await execute(resendMail, ctx, { mailId: failed?.['id'] })).toEqual({ ok: true, value: undefined })
      await runOutbox(place, clinic, smtp.url, end)
      expect(await execute(resendMail, ctx, { mailId: failed?.['id'] })).toEqual({ ok: false, reason: 'not-failed' })
      await smtp.stop()
      expect(tell(`${title}, resent`, 1, smtp)).toEqual({ letters: 1, copies: 1, unlike: 0 })
      // What a person sends again is a message of its own, with a Date of now.
      expect(smtp.copies[0]?.messageId).not.toBe(failed?.['message_id'])
      const audit =
        await sql`select action from audit_event where operator_id = ${clinic.id} and action like 'mail.%' order by seq`
      expect(audit.slice(-3).map(({ action }) => action)).toEqual(['mail.failed', 'mail.resent', 'mail.sent'])
    },
  )
}
