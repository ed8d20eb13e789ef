import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getEnv } from '@/lib/env'
import { execute } from '@/lib/core/command'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { createTransport, type MailTransport } from '@/lib/mail/transport'
import { getOwnCase } from '@/lib/requests/queries'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { contextFor } from '@/lib/core/context'
import { type HookedSmtp, startHookedSmtp } from '../support/hooked-smtp'
import { hasPostfix, type Postfix, startPostfix } from '../support/postfix'
import { hire, type Officer, requesterAt, staffAt } from '../support/domain'
import {
  clinicsIn,
  deliverAll,
  file,
  storedMailsOf,
  putInHandsOf,
  remindersOf,
  sweepAt,
  sweepDays,
} from '../support/reminding'
import type { Operator } from '@/lib/operators/queries'

const { sql, next } = clinicsIn(Array.from({ length: 18 }, () => 'Europe/Moscow'))
process.env['PORTAL_URL'] = 'https://portal.test' // only a page of the open web can be named in List-Unsubscribe
const FILED = '2026-12-01T09:00:00Z'
const claim = { kind: 'claim' as const, ground: 'other-matter' as const, details: 'Верните деньги' }

let smtp: HookedSmtp
let transport: MailTransport
beforeAll(async () => {
  smtp = await startHookedSmtp()
  transport = createTransport(smtp.url)
})
afterAll(async () => {
  transport.close()
  await smtp.stop()
})

const wantsDigest = (officer: Officer, clinic: Operator, hour: number) =>
  sql`insert into reminder_preference (staff_id, operator_id, digest, digest_hour)
    values (${officer.id}, ${clinic.id}, true, ${hour})`

const lettersTo = async (address: string) =>
  Promise.all(smtp.copies.filter(({ to }) => to === address).map(({ raw }) => PostalMime.parse(raw)))

describe('a digest', () => {
  it('gathers the day’s reminders at the officer’s hour, and holds back nothing that is due today', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    await wantsDigest(officer, clinic, 15)
    const [far, near] = [await file(clinic, FILED, claim), await file(clinic, '2026-11-21T09:00:00Z', claim)]
    for (const requestId of [far, near]) await putInHandsOf(sql, requestId, officer)
    await sql`update mail set state = 'cancelled' where operator_id = ${clinic.id}`
    await sweepAt(clinic, '2026-12-21T06:00:00Z')
    await deliverAll(sql, clinic, transport, '2026-12-21T06:01:00Z')
    const [single, ...more] = await lettersTo(officer.email)
    expect([single?.subject, more.length]).toEqual([expect.stringContaining('срок истекает сегодня'), 0])

    await sweepAt(clinic, '2026-12-21T11:59:00Z')
    expect(await storedMailsOf(sql, 'digest')).toEqual([])
    await Promise.all([sweepAt(clinic, '2026-12-21T12:00:00Z'), sweepAt(clinic, '2026-12-21T12:00:00Z')])
    await sweepAt(clinic, '2026-12-21T13:00:00Z')
    await deliverAll(sql, clinic, transport, '2026-12-21T13:01:00Z')
    const [, digest, ...others] = await lettersTo(officer.email)
    expect(others).toEqual([])
    const [reference] = await sql`select reference from request where id = ${far}`
    expect(digest?.subject).toBe('Сводка обращений: 21 декабря 2026 года (понедельник)')
    expect(digest?.text).toContain(reference?.['reference'])
    expect(digest?.text).toMatch(/Открыто: 2\n.*Просрочено: 0\n.*Срок сегодня: 1/s)
    expect((await remindersOf(sql, far)).map(({ state }) => state)).toEqual(['mailed'])
  })

  it('comes once a day, is silent on a quiet day off, and tells nothing of what was closed', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    await wantsDigest(officer, clinic, 9)
    const requestId = await file(clinic, FILED, claim)
    await putInHandsOf(sql, requestId, officer)
    await sweepDays(clinic, '2026-12-17', '2026-12-22')
    const keys = (await storedMailsOf(sql, 'digest')).filter(({ staffId }) => staffId === officer.id)
    // Saturday the 19th and Sunday the 20th are days off with no milestone.
    expect(keys.map(({ intentKey }) => intentKey.slice(-10))).toEqual([
      ...['2026-12-17', '2026-12-18', '2026-12-21', '2026-12-22'],
    ])
    await answerIt(clinic, officer, requestId, '2026-12-22T08:00:00Z')
    await deliverAll(sql, clinic, transport, '2026-12-22T08:01:00Z')
    await sweepDays(clinic, '2026-12-23', '2027-01-12')
    const states = (await storedMailsOf(sql, 'digest')).filter(({ staffId }) => staffId === officer.id)
    // Superseded by the next day's, but for the last, which had no item to be stale.
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled', 'sent'])
  })
})

async function answerIt(clinic: Operator, officer: Officer, requestId: string, now: string): Promise<void> {
  const ctx = staffAt(officer, now)
  await execute(saveAnswer, ctx, { requestId, outcome: 'fulfilled', letter: 'Ваши данные…' })
  expect(await execute(releaseAnswer, ctx, { requestId, version: 1 })).toMatchObject({ ok: true })
}

describe('an answer', () => {
  it('that nobody opens is brought to mind after 3 and 10 days; one that is read, not', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const [unread, read, missed] = [await file(clinic, FILED), await file(clinic, FILED), await file(clinic, FILED)]
    for (const requestId of [unread, read, missed]) await putInHandsOf(sql, requestId, officer)
    for (const requestId of [unread, read]) await answerIt(clinic, officer, requestId, '2026-12-07T20:30:00Z')
    await sweepDays(clinic, '2026-12-08', '2026-12-09')
    await getOwnCase(
      contextFor(
        { kind: 'requester', operatorId: clinic.id, requestId: read, sessionId: read },
        clinic.timeZone,
        new Date('2026-12-09T20:00:00Z'),
      ),
    )
    await sweepDays(clinic, '2026-12-10', '2026-12-25')
    const keysOf = async (requestId: string) =>
      (await storedMailsOf(sql, 'answer-unread', requestId)).map(({ intentKey, createdOn }) => [
        intentKey.split(':').at(-1),
        createdOn,
      ])
    expect(await keysOf(unread)).toEqual([
      ['3', '2026-12-10'],
      ['10', '2026-12-17'],
    ])
    expect(await keysOf(read)).toEqual([])

    await answerIt(clinic, officer, missed, '2026-12-10T09:00:00Z')
    await sweepAt(clinic, '2026-12-26T09:00:00Z')
    expect(await keysOf(missed)).toEqual([['10', '2026-12-26']])
  })

  it('that is opened before the reminder leaves is not brought to mind', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const requestId = await file(clinic, FILED)
    await putInHandsOf(sql, requestId, officer)
    await answerIt(clinic, officer, requestId, '2026-12-07T09:00:00Z')
    await sweepAt(clinic, '2026-12-10T09:00:00Z')
    await sql`update answer set first_read_at = '2026-12-10T09:00:30Z' where request_id = ${requestId}`
    await deliverAll(sql, clinic, transport, '2026-12-10T09:01:00Z')
    expect(await storedMailsOf(sql, 'answer-unread', requestId)).toMatchObject([{ state: 'cancelled' }])
  })
})

describe('a mail that cannot be made', () => {
  it('waits for its next try, and holds up no other', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const requestId = await file(clinic, FILED, claim)
    await sql`
      update mail set contents = '\\x00' where request_id = ${requestId} and template = 'request-received'`
    await deliverAll(sql, clinic, transport, FILED)
    expect(await lettersTo(officer.email)).toHaveLength(1)
    const poisoned = async () => {
      const [row] = await sql`
        select state, attempts, next_attempt_at from mail
        where request_id = ${requestId} and template = 'request-received'`
      return row
    }
    expect(await poisoned()).toEqual({
      state: 'queued',
      attempts: 1,
      next_attempt_at: new Date('2026-12-01T09:01:00Z'),
    })
    // For three days; then somebody has to look at it.
    await deliverAll(sql, clinic, transport, '2026-12-04T09:00:00Z')
    expect(await poisoned()).toMatchObject({ state: 'failed', attempts: 2 })
    expect(await storedMailsOf(sql, 'mail-undeliverable', requestId)).toHaveLength(1)
  })
})

describe('a request whose data are deleted', () => {
  it('sends nothing more, and holds up no other', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const [erased, other] = [await file(clinic, FILED, claim), await file(clinic, FILED, claim)]
    await sql`delete from request_key where request_id = ${erased}`
    await sweepAt(clinic, '2026-12-21T09:00:00Z')
    await deliverAll(sql, clinic, transport, '2026-12-21T09:01:00Z')
    expect((await remindersOf(sql, erased)).map(({ state }) => state)).toEqual(['cancelled'])
    expect((await remindersOf(sql, other)).map(({ state }) => state)).toEqual(['mailed'])
    // Of the other: that it is new, and the reminder.
    expect(await lettersTo(officer.email)).toHaveLength(2)
    const states = await sql`select distinct state from mail where request_id = ${erased}`
    expect(states.map(({ state }) => String(state))).toEqual(['cancelled'])
  })
})

describe('what calls for work', () => {
  it('is not sent once the request is taken back', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const requestId = await file(clinic, FILED, claim)
    const requester = { kind: 'requester' as const, operatorId: clinic.id, requestId, sessionId: requestId }
    await execute(withdrawRequest, contextFor(requester, clinic.timeZone, new Date(FILED)), { requestId })
    await sweepAt(clinic, '2026-12-31T09:00:00Z')
    await deliverAll(sql, clinic, transport, '2026-12-31T09:01:00Z')
    expect(await lettersTo(officer.email)).toEqual([])
    expect(await storedMailsOf(sql, 'new-request', requestId)).toMatchObject([{ state: 'cancelled' }])
    expect(await storedMailsOf(sql, 'request-withdrawn', requestId)).toMatchObject([{ state: 'cancelled' }])
    // It happened, and whose request it was hears so.
    expect(await storedMailsOf(sql, 'request-closed', requestId)).toMatchObject([{ state: 'sent' }])
  })
})

describe('that a request is taken back', () => {
  const takenBack = async (clinic: Operator, requestId: string, at: string) => {
    await execute(withdrawRequest, requesterAt(clinic, requestId, new Date(at)), { requestId })
  }

  it('is told to all who have heard of it while nobody is in charge, by itself or among many', async () => {
    const clinic = next()
    const early = await Promise.all([hire(sql, clinic), hire(sql, clinic, 'lead')])
    const ids = [await file(clinic, FILED, claim), await file(clinic, FILED, claim)]
    await deliverAll(sql, clinic, transport, FILED)
    // Both were told in one letter to each.
    expect((await storedMailsOf(sql, 'new-request', ids[0] ?? '')).map(({ state }) => state)).toEqual([
      'folded',
      'folded',
    ])
    const late = await hire(sql, clinic)
    await takenBack(clinic, ids[0] ?? '', '2026-12-02T09:00:00Z')
    await deliverAll(sql, clinic, transport, '2026-12-02T09:00:00Z')
    for (const { email } of early) expect(await lettersTo(email)).toHaveLength(2)
    expect(await lettersTo(late.email)).toEqual([])
  })

  it('is told to whoever is in charge alone, also where no letter had told them of it', async () => {
    const clinic = next()
    const [officer, other] = await Promise.all([hire(sql, clinic), hire(sql, clinic)])
    const requestId = await file(clinic, FILED, claim)
    await putInHandsOf(sql, requestId, officer)
    await takenBack(clinic, requestId, FILED)
    await deliverAll(sql, clinic, transport, FILED)
    expect(await lettersTo(officer.email)).toHaveLength(1)
    expect(await lettersTo(other.email)).toEqual([])
  })
})

/** Debian's Postfix where it is installed; what the tests themselves send to, elsewhere. */
async function startMailServer(): Promise<Postfix> {
  if (hasPostfix()) return startPostfix('clinics.example')
  const server = await startHookedSmtp()
  return {
    url: server.url,
    until: async (isEnough) => {
      const letters = (copies: HookedSmtp['copies']) => copies.map(({ raw }) => raw)
      await server.until((copies) => isEnough(letters([...copies])))
      return letters(server.copies)
    },
    stop: server.stop,
  }
}

describe('a letter as it arrives', () => {
  it.each([
    ['ru', 'Портал обращений', /Обращение \S+: осталось 10 дней/, 'Ответ на обращение: 31 декабря 2026 года'],
    ['en', 'Requests portal', /Request \S+: 10 days left/, 'Response: Thursday, 31 December 2026'],
  ])('in %s: headers, encodings and text', async (locale, from, subject, text) => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    await sql`update staff set locale = ${locale} where id = ${officer.id}`
    const requestId = await file(clinic, FILED, claim)
    await sql`update mail set state = 'cancelled' where operator_id = ${clinic.id}`
    await sweepAt(clinic, '2026-12-21T09:00:00Z')
    await deliverAll(sql, clinic, transport, '2026-12-21T09:01:00Z')
    const copy = smtp.copies.find(({ to }) => to === officer.email)
    const raw = copy?.raw.toString('latin1') ?? ''
    const mail = await PostalMime.parse(copy?.raw ?? '')
    const [stored] =
      await sql`select message_id as id from mail where request_id = ${requestId} and template = 'deadline-reminder'`
    expect(mail).toMatchObject({ from: { name: from, address: getEnv().MAIL_FROM }, to: [{ address: officer.email }] })
    expect(mail.subject).toMatch(subject)
    expect(mail.messageId).toBe(stored?.['id'])
    expect(new Date(mail.date ?? '').toISOString()).toBe('2026-12-21T09:01:00.000Z')
    const header = (key: string) => mail.headers.find((each) => each.key === key)?.value
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('mime-version')).toBe('1.0')
    expect(header('content-type')).toMatch(/^multipart\/alternative/)
    expect(mail.text).toContain(text)
    expect(mail.html).toContain(`lang="${locale}"`)
    // What travels is 7-bit, in short lines that end in CRLF; Cyrillic is encoded.
    expect(raw).not.toMatch(/[^\t\r\n -~]|[^\r]\n/)
    expect(Math.max(...raw.split('\r\n').map((each) => each.length))).toBeLessThanOrEqual(998)
    expect(raw).toMatch(
      /Content-Type: text\/plain; charset=utf-8\r\n(.*\r\n)?Content-Transfer-Encoding: (quoted-printable|base64)/i,
    )
  })

  it('is the same after a real mail server has passed it on, in both languages', async () => {
    const clinic = next()
    const server = await startMailServer()
    const realTransport = createTransport(server.url)
    const [ru, en] = [await hire(sql, clinic), await hire(sql, clinic)]
    await sql`update staff set locale = 'en' where id = ${en.id}`
    const requestId = await file(clinic, FILED, claim)
    await sql`update mail set state = 'cancelled' where operator_id = ${clinic.id}`
    await sweepAt(clinic, '2026-12-21T09:00:00Z')
    await deliverAll(sql, clinic, realTransport, '2026-12-21T09:01:00Z')
    const received = await server.until((letters) => letters.length === 2)
    realTransport.close()
    await server.stop()

    const ids = await sql<{ id: string }[]>`
      select message_id as id from mail where request_id = ${requestId} and state = 'sent'`
    const mails = await Promise.all(received.map((raw) => PostalMime.parse(raw)))
    expect(new Set(mails.map(({ messageId }) => messageId))).toEqual(new Set(ids.map(({ id }) => id)))
    for (const [officer, locale, subject, due] of [
      [ru, 'ru', /^Обращение \S+: осталось 10 дней$/, 'Ответ на обращение: 31 декабря 2026 года'],
      [en, 'en', /^Request \S+: 10 days left$/, 'Response: Thursday, 31 December 2026'],
    ] as const) {
      const mail = mails.find(({ to }) => to?.[0]?.address === officer.email)
      expect(mail?.subject).toMatch(subject)
      expect(mail?.text).toContain(due)
      expect(mail?.html).toContain(`lang="${locale}"`)
      expect(new Date(mail?.date ?? '').toISOString()).toBe('2026-12-21T09:01:00.000Z')
      expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    }
    for (const raw of received) expect(raw.toString('latin1')).not.toMatch(/[^\t\r\n -~]/)
  })

  it('of a digest names where to stop it', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    await wantsDigest(officer, clinic, 9)
    await file(clinic, FILED, claim)
    await sql`update mail set state = 'cancelled' where operator_id = ${clinic.id}`
    await sweepAt(clinic, '2026-12-21T09:00:00Z')
    await deliverAll(sql, clinic, transport, '2026-12-21T09:01:00Z')
    const [letter] = await lettersTo(officer.email)
    const unsubscribe = letter?.headers.find(({ key }) => key === 'list-unsubscribe')?.value
    expect(unsubscribe).toBe('<https://portal.test/ru/admin>')
  })
})
