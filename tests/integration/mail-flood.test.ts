import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { limits } from '@/lib/limits/model'
import { contextFor } from '@/lib/core/context'
import { sendMessage } from '@/lib/correspondence/send-message'
import { countUp, sweepCounts } from '@/lib/limits/count'
import { deliverMail } from '@/lib/mail/deliver'
import { createTransport, type MailTransport } from '@/lib/mail/transport'
import { resendMail } from '@/lib/mail/resend-mail'
import { urgencies } from '@/lib/mail/urgency'
import { wakeWaitingMails } from '@/lib/mail/wake-waiting'
import type { Operator } from '@/lib/operators/queries'
import { fileRequest } from '@/lib/requests/file-request'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { type HookedSmtp, reply, startHookedSmtp } from '../support/hooked-smtp'
import { hire, type Officer, publicAt, requestForm, staffAt } from '../support/domain'
import { clinicsIn, storedMailsOf, putInHandsOf, sweepAt } from '../support/reminding'

const { sql, next } = clinicsIn(Array.from({ length: 16 }, () => 'Europe/Moscow'))
const FILED = new Date('2026-12-01T09:00:00Z')
const MINUTE = 60_000
const after = (minutes: number, from = FILED) => new Date(from.getTime() + minutes * MINUTE)

let smtp: HookedSmtp
let transport: MailTransport
beforeAll(async () => {
  smtp = await startHookedSmtp()
  transport = createTransport(smtp.url)
})
beforeEach(async () => {
  smtp.use({})
  await sql`truncate limit_count`
})
afterAll(async () => {
  transport.close()
  await smtp.stop()
})

/** Files at an instant, from a source; the id of the request. */
async function fileFrom(clinic: Operator, source: string, now: Date, changes: Partial<FileRequestForm> = {}) {
  const ctx = publicAt(clinic, now, source)
  const filed = await execute(fileRequest, ctx, requestForm(changes))
  if (!filed.ok) throw new Error(JSON.stringify(filed))
  return filed.value
}

/** As the worker would: what is due by then, the most urgent first, and what the mails themselves put off to then. */
async function deliver(clinic: Operator, now: Date): Promise<void> {
  for (;;) {
    const due = await sql<{ id: string }[]>`
      select id from mail where operator_id = ${clinic.id} and state = 'queued' and next_attempt_at <= ${now}
      order by urgency desc, next_attempt_at, created_at, id limit 1`
    const [mail] = due
    if (!mail) return
    await deliverMail(transport, { operatorId: clinic.id, mailId: mail.id }, () => now)
  }
}

const lettersTo = async (address: string) =>
  Promise.all(smtp.copies.filter(({ to }) => to === address).map(({ raw }) => PostalMime.parse(raw)))

const subjectsTo = async (address: string) => (await lettersTo(address)).map(({ subject = '' }) => subject)

describe('many new requests', () => {
  it('are told an officer in a few letters, each request once', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const numbers: string[] = []
    for (let n = 0; n < 40; n += 1) {
      const { reference } = await fileFrom(clinic, 'flood', FILED, { contact: { email: `p${n}@patients.example` } })
      numbers.push(reference)
      // The worker is quick: each is there before the next is filed.
      await deliver(clinic, FILED)
    }
    expect(await subjectsTo(officer.email)).toHaveLength(5)
    await deliver(clinic, after(10))
    const letters = await lettersTo(officer.email)
    expect(letters.map(({ subject }) => subject).at(-1)).toBe('Новые обращения: 35 обращений')
    expect(letters).toHaveLength(6)
    for (const number of numbers) {
      expect(letters.filter(({ text }) => text?.includes(number))).toHaveLength(1)
    }
    const [states] = await sql`
      select count(*) filter (where state = 'folded')::int as folded, count(*) filter (where state = 'queued')::int as queued
      from mail where operator_id = ${clinic.id} and staff_id = ${officer.id}`
    expect(states).toEqual({ folded: 35, queued: 0 })
  })

  it('in two languages and in the hands of several workers, are told each officer once', async () => {
    const clinic = next()
    const officers = [await hire(sql, clinic), await hire(sql, clinic)]
    await sql`update staff set locale = 'en' where id = ${officers[1]?.id ?? ''}`
    const filed = []
    for (let n = 0; n < 12; n += 1) {
      filed.push(await fileFrom(clinic, `house ${n}`, FILED, { contact: { email: `q${n}@patients.example` } }))
    }
    const ids = await sql<{ id: string }[]>`select id from mail where operator_id = ${clinic.id} and state = 'queued'`
    await Promise.all(ids.map(({ id }) => deliverMail(transport, { operatorId: clinic.id, mailId: id }, () => FILED)))
    await deliver(clinic, after(10))
    for (const { email } of officers) {
      const letters = await lettersTo(email)
      for (const { reference } of filed) {
        expect(letters.filter(({ text }) => text?.includes(reference))).toHaveLength(1)
      }
    }
  })

  it('of a flood come last in the list, behind what others filed', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    // All of what comes now is beyond the limit: what is within it is listed like anybody's.
    for (let n = 0; n < limits['filing-source'].most; n += 1) await countUp('filing-source', ['flood'], FILED)
    for (let n = 0; n < 70; n += 1) {
      await fileFrom(clinic, 'flood', FILED, { contact: { email: `r${n}@patients.example` } })
    }
    const { reference } = await fileFrom(clinic, 'home', FILED, { contact: { email: 'own@patients.example' } })
    await deliver(clinic, FILED)
    const [letter] = await lettersTo(officer.email)
    expect(letter?.subject).toBe('Новые обращения: 71 обращение')
    expect(letter?.text).toContain(reference)
    expect(letter?.text).toContain('И ещё 21.')
  })

  it('that are closed before the letter leaves are not told', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const [one, other] = [await fileFrom(clinic, 'a', FILED), await fileFrom(clinic, 'b', FILED)]
    await sql`update request set state = 'withdrawn', next_due_on = null, closed_on = '2026-12-01' where id = ${one.requestId}`
    await deliver(clinic, FILED)
    expect(await subjectsTo(officer.email)).toEqual([`Новое обращение ${other.reference}`])
  })
})

describe('a letter for many', () => {
  async function folded(): Promise<{ clinic: Operator; officer: Officer; ids: string[] }> {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) {
      ids.push((await fileFrom(clinic, `s${n}`, FILED, { contact: { email: `s${n}@patients.example` } })).requestId)
    }
    return { clinic, officer, ids }
  }

  it('that is refused can be sent again, and tells the same', async () => {
    const { clinic, officer } = await folded()
    smtp.use({ rcpt: () => reply(550) })
    await deliver(clinic, FILED)
    smtp.use({})
    // Beside it the one that tells of the receipts, which were refused too.
    const failed = (await storedMailsOf(sql, 'several-requests')).filter(({ staffId }) => staffId === officer.id)
    expect(new Set(failed.map(({ state }) => state))).toEqual(new Set(['failed']))
    for (const { id: mailId } of failed) await execute(resendMail, staffAt(officer, after(5)), { mailId })
    await deliver(clinic, after(5))
    expect(await subjectsTo(officer.email)).toContain('Новые обращения: 3 обращения')
    await sql`update mail set state = 'cancelled' where operator_id = ${clinic.id}`
  })

  it('of which nothing is true at its next try gives way to what is: nothing is lost', async () => {
    const { clinic, officer, ids } = await folded()
    smtp.use({ rcpt: () => reply(450) })
    await deliver(clinic, FILED)
    smtp.use({})
    await sql`update request set state = 'withdrawn', next_due_on = null, closed_on = '2026-12-01' where id in ${sql(ids)}`
    await deliver(clinic, after(30))
    expect(await subjectsTo(officer.email)).toEqual([])
    const states = await sql`select distinct state from mail where staff_id = ${officer.id}`
    expect(states.map(({ state }) => String(state))).toEqual(['cancelled'])
  })
})

describe('a requester who writes 150 messages', () => {
  it('makes two letters to each officer, not four hundred', async () => {
    const clinic = next()
    const officers = [await hire(sql, clinic), await hire(sql, clinic), await hire(sql, clinic)]
    const { requestId, reference } = await fileFrom(clinic, 'home', FILED)
    const { requestId: otherId } = await fileFrom(clinic, 'elsewhere', FILED, {
      contact: { email: 'o@patients.example' },
    })
    await sql`update mail set state = 'cancelled' where operator_id = ${clinic.id}`
    const write = (id: string, now: Date) =>
      execute(
        sendMessage,
        contextFor({ kind: 'requester', operatorId: clinic.id, requestId: id, sessionId: id } as const, 'UTC', now),
        { submissionId: randomUUID(), requestId: id, text: 'Ещё одно' },
      )
    for (let n = 0; n < 150; n += 1) {
      const now = after(n / 100)
      expect(await write(requestId, now)).toMatchObject({ ok: true })
      if (n % 10 === 0) await deliver(clinic, now)
    }
    // Somebody else's message waits behind none of them.
    expect(await write(otherId, after(2))).toMatchObject({ ok: true })
    await deliver(clinic, after(2))
    await deliver(clinic, after(12))
    for (const { email } of officers) {
      const letters = await lettersTo(email)
      const own = letters.filter(({ subject }) => subject?.includes(reference))
      expect(own).toHaveLength(2)
      expect(own.at(-1)?.text).toContain('Новых сообщений: 149')
      expect(letters).toHaveLength(3)
    }
    const stored = await sql`select from message where request_id = ${requestId}`
    expect(stored.count).toBe(150)
  })
})

describe('the mailbox of a third person', () => {
  it('gets a handful of receipts over five clinics, and one letter with the rest of each', async () => {
    const clinics = [next(), next(), next(), next(), next()]
    const victim = { contact: { email: 'victim@elsewhere.example' } }
    const numbers: string[] = []
    for (const clinic of clinics) {
      for (let n = 0; n < 8; n += 1) {
        numbers.push((await fileFrom(clinic, `source ${n}`, FILED, victim)).reference)
        await deliver(clinic, FILED)
      }
    }
    expect(await lettersTo('victim@elsewhere.example')).toHaveLength(5)
    for (const clinic of clinics) await deliver(clinic, after(60))
    const letters = await lettersTo('victim@elsewhere.example')
    expect(letters).toHaveLength(10)
    for (const number of numbers) expect(letters.filter(({ text }) => text?.includes(number))).toHaveLength(1)
    expect(letters.at(-1)?.subject).toBe('Зарегистрированы обращения: 8')
  })
})

describe('200 filings in a minute', { timeout: 120_000 }, () => {
  it('leave a reminder that is due now, and the receipt of somebody else, first in line', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    // Ten working days ago: the answer is due today.
    const due = await fileFrom(clinic, 'before', new Date('2026-11-17T09:00:00Z'))
    await putInHandsOf(sql, due.requestId, officer)
    await sql`update mail set state = 'cancelled' where operator_id = ${clinic.id}`
    for (let n = 0; n < 200; n += 1) {
      const now = new Date(FILED.getTime() + n * 300)
      await fileFrom(clinic, 'flood', now, { contact: { email: `flood-${n}@elsewhere.example` } })
    }
    const other = await fileFrom(clinic, 'home', new Date(FILED.getTime() + 59_950), {
      contact: { email: 'anna@patients.example' },
    })
    await sweepAt(clinic, after(1).toISOString())

    // What is owed has a lane of its own: there is the reminder, and one job for all those of terms that began today.
    await sql`delete from pgboss.job where name = 'send-mail'`
    await wakeWaitingMails(clinic.id, after(1))
    const owed = await sql<{ template: string; requestId: string; startedToday: boolean }[]>`
      select m.template, m.request_id as "requestId", m.fold_key like 'same-day-%' as "startedToday"
      from pgboss.job j join mail m on m.id = (j.data->>'mailId')::uuid
      where j.name = 'send-mail' and j.priority >= ${urgencies.letter}`
    expect(owed.filter(({ startedToday }) => !startedToday)).toEqual([
      { template: 'deadline-reminder', requestId: due.requestId, startedToday: false },
    ])
    expect(owed.length).toBeLessThanOrEqual(2)

    const waiting = await sql<{ template: string; urgency: number; requestId: string; at: Date }[]>`
      select template, urgency, request_id as "requestId", next_attempt_at as at from mail
      where operator_id = ${clinic.id} and state = 'queued' order by urgency desc, next_attempt_at, id`
    const receipts = waiting.filter(({ template }) => template === 'request-received')
    const isOther = ({ requestId }: { requestId: string }) => requestId === other.requestId
    // The flood's first are nothing unusual; all beyond are behind everybody else's, two seconds apart.
    expect(receipts.findIndex(isOther)).toBeLessThanOrEqual(60)
    const held = receipts.filter(({ urgency }) => urgency === 0)
    expect(held.length).toBe(140)
    expect(held.filter(({ at: time }) => time > after(1)).length).toBeGreaterThan(100)
    // The worker's work on all that is due by then: the officer is told of everything in a handful of letters.
    await deliver(clinic, after(1))
    const subjects = await subjectsTo(officer.email)
    expect(subjects.filter((subject) => subject.includes(due.reference))).toHaveLength(1)
    expect(subjects.length).toBeLessThanOrEqual(5)
    expect(await lettersTo('anna@patients.example')).toHaveLength(1)
  })

  it('leave no counter behind when their time is over', async () => {
    await fileFrom(next(), 'flood', FILED)
    expect((await sql`select from limit_count`).count).toBeGreaterThan(0)
    await sweepCounts(after(61))
    expect((await sql`select from limit_count`).count).toBe(0)
  })
})
