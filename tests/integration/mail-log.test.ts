import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { StaffRole } from '@/db/enums'
import { execute } from '@/lib/core/command'
import { NotFoundError } from '@/lib/core/errors'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { deliverMail } from '@/lib/mail/deliver'
import { withoutTokens } from '@/lib/mail/letter'
import { getMail, listMails, type MailLogRow } from '@/lib/mail/queries'
import { renderEmail } from '@/lib/mail/render'
import { resendMail } from '@/lib/mail/resend-mail'
import type { MailTransport, SendResult } from '@/lib/mail/transport'
import type { Operator } from '@/lib/operators/queries'
import { takeRequest } from '@/lib/requests/take-request'
import { requestCode } from '@/lib/sessions/request-code'
import { clinicOf, fileAt, mailsOf, makeCodes, publicAt, requestForm, staffAt, useDomain } from '../support/domain'

const { sql, hire } = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const LATER = new Date('2026-12-01T10:00:00Z')
const EMAIL = 'sokolova@patients.example'

/** A server that answers every mail alike. */
const server = (result: SendResult): MailTransport => ({ send: async () => result, close: () => {} })
const accepts = server({ outcome: 'accepted', response: '250 ok' })
const refuses = server({
  outcome: 'permanent',
  finding: 'address-refused',
  code: '550',
  message: 'no mailbox <address>',
})

async function deliverAll(clinic: Operator, transport: MailTransport): Promise<void> {
  const waiting = await sql<{ id: string }[]>`
    select id from mail where operator_id = ${clinic.id} and state = 'queued' order by created_at, id`
  for (const { id } of waiting) await deliverMail(transport, { operatorId: clinic.id, mailId: id }, () => LATER)
}

async function rowsOf(clinic: Operator, reference: string, role: StaffRole = 'lead'): Promise<MailLogRow[]> {
  return (await listMails(staffAt(await hire(clinic, role), NOW), { reference })).rows
}

const viewed = (staffId: string) =>
  sql`select request_id as "requestId", data from audit_event where action = 'mail.viewed' and actor_id = ${staffId}`

describe('the log', () => {
  it('says what became of each mail, and names no address', async () => {
    const clinic = await clinicOf('medsystems')
    const officer = await hire(clinic)
    const { reference, requestId } = await fileAt(clinic, NOW)
    const waiting = await rowsOf(clinic, reference)
    expect(waiting).toEqual([
      expect.objectContaining({ state: 'queued', attempts: 0, requestId, reference, sentAt: null }),
      expect.objectContaining({ state: 'queued', nextAttemptAt: NOW }),
    ])
    const byTemplate = (rows: MailLogRow[], name: string) => rows.find(({ template }) => template === name)
    expect(byTemplate(waiting, 'request-received')?.recipient).toEqual({ kind: 'requester' })
    expect(byTemplate(waiting, 'new-request')?.recipient).toEqual({ kind: 'officer', name: officer.actor.name })

    await deliverAll(clinic, accepts)
    const sent = await rowsOf(clinic, reference.toLowerCase().replaceAll('-', ' - '))
    expect(sent).toHaveLength(2)
    for (const row of sent) {
      expect(row).toMatchObject({ state: 'sent', attempts: 1, sentAt: LATER, nextAttemptAt: null, lastReply: '250 ok' })
    }
    expect(JSON.stringify([waiting, sent])).not.toContain('@')
  })

  it('is filtered by state, and by a request that may not exist', async () => {
    const clinic = await clinicOf('imed')
    const first = await fileAt(clinic, NOW)
    await deliverAll(clinic, refuses)
    await fileAt(clinic, LATER)
    const ctx = staffAt(await hire(clinic, 'auditor'), NOW)
    const failed = await listMails(ctx, { state: 'failed' })
    expect(failed.rows.map(({ reference }) => reference)).toEqual([first.reference])
    expect(failed.rows[0]).toMatchObject({ resendable: false, lastReply: '550 no mailbox <address>' })
    expect((await listMails(ctx, { state: 'queued' })).rows).toHaveLength(1)
    expect((await listMails(ctx, { state: 'failed', reference: first.reference })).rows).toHaveLength(1)
    for (const reference of ['IM-2020-000001', 'no number']) {
      expect(await listMails(ctx, { reference })).toEqual({ rows: [], next: undefined })
    }
  })

  it('goes on page by page, each mail once', async () => {
    const clinic = await clinicOf('eco-smolensk')
    // Many mails of one instant: the id decides between them.
    for (let n = 0; n < 60; n += 1) await fileAt(clinic, n < 55 ? NOW : LATER, requestForm())
    const ctx = staffAt(await hire(clinic, 'officer'), NOW)
    const first = await listMails(ctx, {})
    const second = await listMails(ctx, { cursor: first.next })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, undefined])
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(60)
    const all = await sql<{ id: string }[]>`select id from mail where operator_id = ${clinic.id}
      order by created_at desc, id desc`
    expect(ids).toEqual(all.map(({ id }) => id))
    for (const cursor of ['x', '1.x', `${'9'.repeat(20)}.${ids[0]}`, `1.${'-'.repeat(36)}`]) {
      expect((await listMails(ctx, { cursor })).rows).toHaveLength(50)
    }
  })

  it('is of one clinic, and closed to admins', async () => {
    const clinic = await clinicOf('medsystems')
    const { reference } = await fileAt(clinic, NOW)
    const [row] = await rowsOf(clinic, reference)
    const theirs = staffAt(await hire(await clinicOf('caop1'), 'lead'), NOW)
    expect((await listMails(theirs, { reference })).rows).toEqual([])
    await expect(getMail(theirs, row?.id ?? '')).rejects.toThrow(NotFoundError)
    const admin = staffAt(await hire(clinic, 'admin'), NOW)
    await expect(listMails(admin, {})).rejects.toThrow(NotFoundError)
    await expect(getMail(admin, row?.id ?? '')).rejects.toThrow(NotFoundError)
    expect(await execute(resendMail, admin, { mailId: row?.id })).toEqual({ ok: false, reason: 'not-allowed' })
  })
})

describe('a letter', () => {
  it('to a requester is read with a trace, before it left and after', async () => {
    const clinic = await clinicOf('imvizhn')
    const { reference, requestId } = await fileAt(clinic, NOW)
    const row = (await rowsOf(clinic, reference)).find(({ recipient }) => recipient.kind === 'requester')
    const reader = await hire(clinic, 'auditor')
    const draft = await getMail(staffAt(reader, NOW), row?.id ?? '')
    await deliverAll(clinic, accepts)
    const sent = await getMail(staffAt(reader, LATER), row?.id ?? '')
    for (const { contents } of [draft, sent]) {
      if (!contents.shown) throw new Error('Not shown')
      expect(contents.subject).toContain(reference)
      expect(contents.html).toContain(reference)
      expect(contents.text).toContain(reference)
      // Whoever opens the link counts as the requester.
      expect(contents.text).toContain('/ru/to/***')
      expect(`${contents.html}${contents.text}`).not.toMatch(/\/to\/[\w-]/)
      expect(JSON.stringify(contents)).not.toContain(EMAIL)
    }
    expect(draft.contents).toMatchObject({ final: false })
    expect(sent.contents).toMatchObject({ final: true })
    const trace = { requestId, data: { mailId: row?.id, template: 'request-received' } }
    expect([...(await viewed(reader.actor.staffId))]).toEqual([trace, trace])
  })

  it('to an officer is read without one', async () => {
    const clinic = await clinicOf('imvizhn')
    const officer = await hire(clinic)
    const { reference } = await fileAt(clinic, NOW)
    const row = (await rowsOf(clinic, reference)).find(
      ({ recipient }) => recipient.kind === 'officer' && recipient.name === officer.actor.name,
    )
    const { contents } = await getMail(staffAt(officer, NOW), row?.id ?? '')
    expect(contents).toMatchObject({ shown: true })
    expect(await viewed(officer.actor.staffId)).toHaveLength(0)
  })

  it('with a code is shown to nobody', async () => {
    const clinic = await clinicOf('caop1')
    const { reference } = await fileAt(clinic, NOW)
    const asked = await execute(requestCode, publicAt(clinic, NOW), { reference, email: EMAIL, locale: 'ru' })
    expect(asked).toMatchObject({ ok: true })
    await makeCodes(sql, clinic, NOW)
    const row = (await rowsOf(clinic, reference)).find(({ template }) => template === 'one-time-code')
    const lead = await hire(clinic, 'lead')
    expect((await getMail(staffAt(lead, NOW), row?.id ?? '')).contents).toEqual({ shown: false, why: 'secret' })
    expect(await viewed(lead.actor.staffId)).toHaveLength(0)
  })

  it('goes when the key of its request goes', async () => {
    const clinic = await clinicOf('caop1')
    const { reference, requestId } = await fileAt(clinic, NOW)
    const [row] = await rowsOf(clinic, reference)
    await deliverAll(clinic, accepts)
    await sql`delete from request_key where request_id = ${requestId}`
    const { contents } = await getMail(staffAt(await hire(clinic, 'lead'), NOW), row?.id ?? '')
    expect(contents).toEqual({ shown: false, why: 'erased' })
  })

  it('keeps its links but for their signed ends', () => {
    expect(withoutTokens('<a href="https://p.example/en/to/a-b_c.1x.y%3D">https://p.example/en/admin/x/queue')).toBe(
      '<a href="https://p.example/en/to/***">https://p.example/en/admin/x/queue',
    )
  })
})

describe('a letter that failed', () => {
  /** A question that its requester's mail server refuses. */
  async function refusedQuestion() {
    const clinic = await clinicOf('caop1')
    const officer = await hire(clinic)
    const { reference, requestId } = await fileAt(clinic, NOW)
    await execute(takeRequest, staffAt(officer, NOW), { requestId })
    await deliverAll(clinic, accepts)
    const asked = await execute(askQuestion, staffAt(officer, NOW), {
      submissionId: randomUUID(),
      requestId,
      text: 'Уточните дату визита.',
    })
    expect(asked).toMatchObject({ ok: true })
    await deliverAll(clinic, refuses)
    const find = async () => (await rowsOf(clinic, reference)).find(({ template }) => template === 'question-asked')
    return { clinic, officer, requestId, find, mailId: (await find())?.id ?? '' }
  }

  it('is sent again as a new message: with a date and a Message-ID of its own', async () => {
    const { clinic, officer, find, mailId } = await refusedQuestion()
    expect(await find()).toMatchObject({ state: 'failed', lastFinding: 'address-refused', resendable: true })
    const AGAIN = new Date('2026-12-03T15:00:00Z')
    expect(await execute(resendMail, staffAt(officer, AGAIN), { mailId })).toMatchObject({ ok: true })
    expect(await find()).toMatchObject({ state: 'queued', attempts: 0, resendable: false })
    const tries: Buffer[] = []
    const takesTheSecond: MailTransport = {
      close: () => {},
      send: async ({ raw }) => {
        tries.push(raw)
        return tries.length === 1 ? { outcome: 'unknown' } : { outcome: 'accepted', response: '250 ok' }
      },
    }
    await deliverMail(takesTheSecond, { operatorId: clinic.id, mailId }, () => AGAIN)
    expect(await find()).toMatchObject({ state: 'queued', lastFinding: 'unsure' })
    await deliverMail(takesTheSecond, { operatorId: clinic.id, mailId }, () => new Date('2026-12-03T15:05:00Z'))
    expect(await find()).toMatchObject({ state: 'sent', attempts: 2, lastFinding: 'accepted' })
    // A try is the same mail, to the byte; a second sending is another.
    expect(tries[0]?.equals(tries[1] ?? Buffer.alloc(0))).toBe(true)
    const { date, messageId } = await PostalMime.parse(tries[0] ?? '')
    expect(new Date(date ?? '')).toEqual(AGAIN)
    expect(messageId).not.toBe(`<${mailId}@localhost>`)
    expect(await execute(resendMail, staffAt(officer, AGAIN), { mailId })).toEqual({ ok: false, reason: 'not-failed' })
  })

  it.each<[SendResult, string, RegExp]>([
    [{ outcome: 'temporary', finding: 'unreachable', code: 'ECONNREFUSED', message: '' }, 'unreachable', /не отвечал/],
    [{ outcome: 'temporary', finding: 'put-off', code: '450', message: 'later' }, 'put-off', /откладывал/],
    [{ outcome: 'temporary', finding: 'not-let-in', code: '535', message: 'no' }, 'not-let-in', /не давал порталу/],
    [{ outcome: 'permanent', finding: 'address-refused', code: '550', message: 'no' }, 'address-refused', /на адрес/],
    [{ outcome: 'permanent', finding: 'letter-refused', code: '554', message: 'no' }, 'letter-refused', /это письмо/],
    [{ outcome: 'permanent', finding: 'bad-address', code: 'bad-address', message: '' }, 'bad-address', /не пытались/],
    [{ outcome: 'unknown' }, 'unsure', /могло дойти/],
  ])('says what truly happened to it: %j', async (result, finding, words) => {
    const { clinic, officer, requestId, find, mailId } = await refusedQuestion()
    await sql`update mail set state = 'cancelled' where request_id = ${requestId} and state = 'queued'`
    await execute(resendMail, staffAt(officer, LATER), { mailId })
    for (const now of ['2026-12-01T11:00:00Z', '2026-12-04T12:00:00Z']) {
      await deliverMail(server(result), { operatorId: clinic.id, mailId }, () => new Date(now))
    }
    expect(await find()).toMatchObject({ state: 'failed', lastFinding: finding })
    const told = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'mail-undeliverable')
    expect(told.at(-1)?.props).toMatchObject({ cause: finding })
    const letter = await renderEmail('mail-undeliverable', told.at(-1)?.props as never, 'ru')
    expect(letter.text).toMatch(words)
    const audited = await sql`select data->>'finding' as finding from audit_event
      where action = 'mail.failed' and data->>'mailId' = ${mailId} order by seq`
    expect(audited.map((row) => String(row['finding']))).toEqual(['address-refused', finding])
  })
})
