import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { kindForms } from '@/db/kinds/forms'
import { verifyChain } from '@/lib/audit/verify'
import { execute } from '@/lib/core/command'
import { asActor } from '@/lib/core/database'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { takeUpload } from '@/lib/documents/take-upload'
import type { Operator } from '@/lib/operators/queries'
import { mailUnreadAnswers } from '@/lib/reminders/unread-answers'
import { confirmEmail } from '@/lib/requests/confirm-email'
import { extendDeadline } from '@/lib/requests/extend-deadline'
import { findConfirmation } from '@/lib/requests/find-reference'
import { fileRequest } from '@/lib/requests/file-request'
import { getRequestCase } from '@/lib/requests/queries'
import { listQueue } from '@/lib/requests/queue'
import { listRegister } from '@/lib/requests/register'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { searchRequests } from '@/lib/requests/search'
import { takeRequest } from '@/lib/requests/take-request'
import { requestCode } from '@/lib/sessions/request-code'
import {
  clinicOf,
  fileAt,
  mailOf,
  mailsOf,
  makeCodes,
  publicAt,
  requestForm,
  staffAt,
  systemAt,
  useDomain,
} from '../support/domain'
import { pixel } from '../support/files'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')

const numbersOf = async (clinic: Operator, year: number): Promise<number[]> => {
  const rows = await domain.sql<{ number: number }[]>`
    select number from request where operator_id = ${clinic.id} and year = ${year} order by number`
  return rows.map(({ number }) => number)
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** A file taken in, whose key then breaks: filing with it breaks after its number was given. */
async function brokenUpload(clinic: Operator): Promise<string> {
  const upload = { name: 'scan.png', bytes: pixel }
  const taken = await takeUpload(publicAt(clinic, NOW), upload)
  if (!taken.ok) throw new Error(taken.reason)
  await domain.sql`update upload set key = '\\x00' where source is not null`
  return taken.value.token
}

describe('numbers', () => {
  it('have no gap and no double, whatever is refused or breaks beside them', async () => {
    const clinic = await clinicOf('imed')
    const auditor = await domain.hire(clinic, 'auditor')
    const token = await brokenUpload(clinic)
    const file = (changes: Partial<FileRequestForm> = {}) =>
      execute(fileRequest, publicAt(clinic, NOW), requestForm(changes))
    const beside = {
      'a kind that is not offered': () => file({ kind: 'claim', ground: 'other-matter', details: 'Верните деньги' }),
      'a file that nobody sent': () => file({ uploads: ['no-such-upload'] }),
      'somebody who may not': () => execute(fileRequest, staffAt(auditor, NOW), requestForm()),
      'a file that cannot be opened': () => file({ uploads: [token] }),
    }
    const [filed, ...others] = await Promise.all([
      Promise.all(upTo(20).map(() => file())),
      ...upTo(4).flatMap(() =>
        Object.entries(beside).map(async ([what, attempt]) => {
          const outcome = await attempt().catch((error: Error) => error.message)
          return `${what}: ${typeof outcome === 'string' ? outcome : outcome.ok}`
        }),
      ),
    ])
    expect(filed.map(({ ok }) => ok)).toEqual(upTo(20).map(() => true))
    expect(others).toEqual(
      upTo(4).flatMap(() => [
        'a kind that is not offered: false',
        'a file that nobody sent: false',
        'somebody who may not: false',
        'a file that cannot be opened: Sealed with an unknown version',
      ]),
    )
    expect(await numbersOf(clinic, 2026)).toEqual(upTo(20))
    const [counter] = await domain.sql`select last from register_counter where operator_id = ${clinic.id}`
    expect(counter).toMatchObject({ last: 20 })
    expect(await asActor(publicAt(clinic, NOW).actor, (tx) => verifyChain(tx, clinic.id))).not.toHaveProperty('fault')
  })

  it('begin anew with the year on the clinic’s own wall', async () => {
    const clinic = await clinicOf('medsystems') // UTC+3
    await fileAt(clinic, new Date('2026-12-31T20:59:59.999Z'))
    const { reference } = await fileAt(clinic, new Date('2026-12-31T21:00:00.000Z'))
    expect(reference).toBe('MG-2027-000001')
    expect((await fileAt(clinic, new Date('2026-12-31T20:00:00Z'))).reference).toBe('MG-2026-000002')
    expect((await fileAt(clinic, new Date('2027-01-01T00:00:00Z'))).reference).toBe('MG-2027-000002')
  })

  it('are each clinic’s own', async () => {
    const filed = await Promise.all(
      ['imvizhn', 'eco-smolensk'].map(async (slug) => fileAt(await clinicOf(slug), new Date('2030-05-05T09:00:00Z'))),
    )
    expect(filed.map(({ reference }) => reference.slice(-11))).toEqual(['2030-000001', '2030-000001'])
  })
})

describe('the same submission', () => {
  it('five times at once is one request with one number and one set of mails', async () => {
    const clinic = await clinicOf('caop1')
    const officers = await Promise.all([domain.hire(clinic), domain.hire(clinic, 'lead')])
    await domain.hire(clinic, 'auditor')
    const form = requestForm()
    const results = await Promise.all(upTo(5).map(() => execute(fileRequest, publicAt(clinic, NOW), form)))
    const [first] = results
    expect(results).toEqual(upTo(5).map(() => first))
    expect(await numbersOf(clinic, 2026)).toEqual([1])
    const requestId = first?.ok ? first.value.requestId : ''
    const mails = await mailsOf(clinic, requestId)
    expect(mails.map(({ template, to }) => `${template} ${to}`).sort()).toEqual(
      [...officers.map(({ email }) => `new-request ${email}`), 'request-received sokolova@patients.example'].sort(),
    )
    const jobs = await domain.sql`select data->>'mailId' as id from pgboss.job where name = 'send-mail'
      and data->>'mailId' in (select id::text from mail where request_id = ${requestId})`
    expect(new Set(jobs.map((job) => String(job['id']))).size).toBe(3)
    expect(jobs.length).toBe(3)
  })

  it('at the turn of the year, at the same moment, is one request too', async () => {
    const clinic = await clinicOf('caop1')
    const form = requestForm()
    const sides = ['2027-12-31T20:59:59.999Z', '2027-12-31T21:00:00.000Z', '2027-12-31T20:59:59.999Z']
    const results = await Promise.all(sides.map((now) => execute(fileRequest, publicAt(clinic, new Date(now)), form)))
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect((await numbersOf(clinic, 2027)).length + (await numbersOf(clinic, 2028)).length).toBe(1)
  })

  it('with other content is another request, also at the same moment, and loses nothing', async () => {
    const clinic = await clinicOf('caop1')
    const form = requestForm()
    const other = { ...form, details: 'Кто видел мои снимки?' }
    const results = await Promise.all(
      [form, other, other, form].map((each) => execute(fileRequest, publicAt(clinic, NOW), each)),
    )
    expect(results[0]).toEqual(results[3])
    expect(results[1]).toEqual(results[2])
    const ids = new Set(results.map((result) => (result.ok ? result.value.requestId : result.reason)))
    expect(ids.size).toBe(2)
    const rows = await domain.sql`select id from request where id in ${domain.sql([...ids])}`
    expect(rows).toHaveLength(2)
  })

  it('of another clinic is another request', async () => {
    const form = requestForm()
    const [one, other] = await Promise.all(
      ['caop1', 'imvizhn'].map(async (slug) => execute(fileRequest, publicAt(await clinicOf(slug), NOW), form)),
    )
    expect(one).toMatchObject({ ok: true })
    expect(other).toMatchObject({ ok: true })
    expect(one).not.toEqual(other)
  })
})

describe('the date of receipt', () => {
  it.each([
    ['imed', '2026-12-01T18:30:00Z', '2026-12-01', '23:30 in Yekaterinburg'],
    ['imed', '2026-12-01T19:30:00Z', '2026-12-02', '00:30 in Yekaterinburg, the day before in Moscow'],
    ['imvizhn', '2026-12-01T19:30:00Z', '2026-12-01', '22:30 in Moscow'],
    ['imvizhn', '2026-12-01T20:30:00Z', '2026-12-01', '23:30 in Moscow'],
    ['imvizhn', '2026-12-01T21:30:00Z', '2026-12-02', '00:30 in Moscow, the day before in UTC'],
  ])('%s at %s is %s: %s', async (slug, now, receivedOn) => {
    const { requestId } = await fileAt(await clinicOf(slug), new Date(now))
    const [row] = await domain.sql`select received_on::text, received_at from request where id = ${requestId}`
    expect(row).toEqual({ received_on: receivedOn, received_at: new Date(now) })
    const started =
      await domain.sql`select distinct started_on::text from request_clock where request_id = ${requestId}`
    expect(started).toEqual([{ started_on: receivedOn }])
  })
})

/** Received on Tuesday, 1 December 2026: due dates of every clock, with what it may be extended by. */
const cases: { title: string; form: Partial<FileRequestForm>; clocks: Record<string, string> }[] = [
  { title: 'access', form: { kind: 'access' }, clocks: { answer: '2026-12-15 +5', response: '2026-12-31' } },
  {
    title: 'copies of medical documents',
    form: { kind: 'medical-copies' },
    clocks: { answer: '2026-12-31', response: '2026-12-31' },
  },
  {
    title: 'correction',
    form: { kind: 'correction', correction: { wrong: 'Соколва', right: 'Соколова' } },
    clocks: { correct: '2026-12-10', response: '2026-12-31' },
  },
  {
    title: 'deletion of what is processed unlawfully',
    form: { kind: 'deletion', ground: 'unlawful' },
    clocks: { block: '2026-12-01', stop: '2026-12-04', destroy: '2026-12-15', response: '2026-12-31' },
  },
  {
    title: 'deletion of what is no longer needed',
    form: { kind: 'deletion', ground: 'unneeded' },
    clocks: { destroy: '2026-12-10', response: '2026-12-31' },
  },
  {
    title: 'deletion after a withdrawn consent',
    form: { kind: 'deletion', ground: 'consent-withdrawn' },
    clocks: { stop: '2026-12-31', destroy: '2026-12-31', response: '2026-12-31' },
  },
  {
    title: 'deletion as a demand to stop',
    form: { kind: 'deletion', ground: 'stop-processing' },
    clocks: { stop: '2026-12-15 +5', response: '2026-12-31' },
  },
  {
    title: 'blocking',
    form: { kind: 'blocking' },
    clocks: { block: '2026-12-01', check: '2026-12-15 +5', response: '2026-12-31' },
  },
  {
    title: 'withdrawal of all consent',
    form: { kind: 'consent-withdrawal', scope: 'all-processing' },
    clocks: { stop: '2026-12-31', destroy: '2026-12-31', response: '2026-12-31' },
  },
  {
    title: 'withdrawal of mailings',
    form: { kind: 'consent-withdrawal', scope: 'mailing', mailingChannels: ['sms'] },
    clocks: { 'stop-mailings': '2026-12-01', response: '2026-12-31' },
  },
  {
    title: 'stop of distribution',
    form: { kind: 'distribution-stop', details: 'Моё фото на странице отзывов' },
    clocks: { 'stop-distribution': '2026-12-04', response: '2026-12-31' },
  },
  {
    title: 'objection to a decision made by machine alone',
    form: { kind: 'automated-decision', details: 'Отказ в рассрочке' },
    clocks: { answer: '2026-12-31', response: '2026-12-31' },
  },
  {
    title: 'claim about money',
    form: { kind: 'claim', ground: 'money', details: 'Верните деньги' },
    clocks: { answer: '2026-12-11', response: '2026-12-31' },
  },
  {
    title: 'another claim',
    form: { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' },
    clocks: { response: '2026-12-31' },
  },
  {
    title: 'an authority’s query',
    form: { kind: 'blocking', requesterType: 'authority', authority: { name: 'Роскомнадзор' } },
    clocks: { answer: '2026-12-15 +5', block: '2026-12-01', check: '2026-12-15 +5', response: '2026-12-31' },
  },
]

/** What each clinic says its 30 days rest on. */
const responseBasis: Record<string, RegExp> = {
  medsystems: /30/,
  imed: /30/,
  imvizhn: /8\.2/,
  'eco-smolensk': /8\.2/,
  caop1: /6\.2/,
}

describe.each(Object.entries(responseBasis))('the clocks of %s', (slug, basis) => {
  it.each(cases)('$title', async ({ form, clocks }) => {
    const clinic = await clinicOf(slug)
    const lead = await domain.hire(clinic, 'lead')
    const result = await execute(fileRequest, staffAt(lead, NOW), requestForm({ ...form, channel: 'post' }))
    if (!result.ok) throw new Error(result.reason)
    const rows = await domain.sql`
      select clock, due_on::text as due, extension_amount as more, legal_basis from request_clock
      where request_id = ${result.value.requestId}`
    const opened = rows.map(({ clock, due, more }) => [clock, more === null ? due : `${due} +${more}`])
    expect(Object.fromEntries(opened)).toEqual(clocks)
    expect(rows.find(({ clock }) => clock === 'response')?.['legal_basis'].ru).toMatch(basis)
    const [row] = await domain.sql`
      select response_due_on::text, next_due_on::text, next_clock from request where id = ${result.value.requestId}`
    const [earliest] = Object.values(clocks)
      .map((due) => due.slice(0, 10))
      .sort()
    expect(row).toMatchObject({ response_due_on: '2026-12-31', next_due_on: earliest })
  })

  it('takes no data category that the clinic does not have', async () => {
    const clinic = await clinicOf('imed')
    for (const category of ['Pay to evil.example', 'constructor', '__proto__']) {
      const form = requestForm({ categories: [category] })
      expect(await execute(fileRequest, publicAt(clinic, NOW), form)).toEqual({
        ...{ ok: false, reason: 'invalid' },
        fields: { categories: ['badChoice'] },
      })
    }
  })

  it('refuses the public what its pages do not offer: a kind, or the withdrawal of mailings it does not send', async () => {
    const clinic = await clinicOf(slug)
    const { kinds, consentScopes } = clinic.profile
    for (const { form } of cases) {
      const offered =
        kinds.some(({ kind }) => kind === form.kind && !kindForms[kind].elsewhere) &&
        (form.scope === undefined || consentScopes.includes(form.scope))
      const result = await execute(fileRequest, publicAt(clinic, NOW), requestForm(form))
      expect(result).toMatchObject(offered ? { ok: true } : { ok: false, reason: 'kind-not-offered' })
    }
  })
})

describe('clocks over the New Year holidays', () => {
  it.each([
    ['2026-12-18', { answer: '2027-01-12', response: '2027-01-17' }],
    ['2027-02-08', { answer: '2027-02-20', response: '2027-03-10' }],
    ['2025-10-20', { answer: '2025-11-01', response: '2025-11-19' }],
    ['2026-04-28', { answer: '2026-05-14', response: '2026-05-28' }],
  ])('received on %s', async (receivedOn, dates) => {
    const { requestId } = await fileAt(await clinicOf('imvizhn'), new Date(`${receivedOn}T09:00:00Z`))
    const rows = await domain.sql`select clock, due_on::text as due from request_clock where request_id = ${requestId}`
    expect(Object.fromEntries(rows.map(({ clock, due }) => [clock, due]))).toEqual(dates)
  })
})

describe('a letter that lay', () => {
  const byPost = (receivedOn: string): FileRequestForm => requestForm({ channel: 'post', receivedOn })
  const registeredAt = async (slug: string, now: string, receivedOn: string) => {
    const clinic = await clinicOf(slug)
    return execute(fileRequest, staffAt(await domain.hire(clinic), new Date(now)), byPost(receivedOn))
  }

  it('has its terms counted from the day it came, and its number of the day it is registered', async () => {
    const result = await registeredAt('imed', '2027-01-11T05:00:00Z', '2026-12-18') // UTC+5
    if (!result.ok) throw new Error(result.reason)
    const { requestId, reference } = result.value
    expect(reference).toMatch(/^AM-2027-/)
    const [row] = await domain.sql`select year, received_on::text, received_at, response_due_on::text, next_due_on::text
      from request where id = ${requestId}`
    expect(row).toEqual({
      year: 2027,
      received_on: '2026-12-18',
      received_at: new Date('2026-12-18T07:00:00Z'), // noon
      response_due_on: '2027-01-17',
      next_due_on: '2027-01-12',
    })
    const clocks =
      await domain.sql`select distinct started_on::text as on from request_clock where request_id = ${requestId}`
    expect(clocks).toEqual([{ on: '2026-12-18' }])
    const [event] = await domain.sql`select at, data from audit_event where request_id = ${requestId}`
    expect(event).toMatchObject({
      at: new Date('2027-01-11T05:00:00Z'),
      data: { receivedOn: '2026-12-18', registeredOn: '2027-01-11' },
    })
    const mails = await mailsOf(await clinicOf('imed'), requestId)
    expect(mails.find(({ template }) => template === 'request-received')?.props).toMatchObject({
      receivedOn: '2026-12-18',
      dueOn: '2027-01-12',
    })
  })

  it('may be overdue at once', async () => {
    const result = await registeredAt('imvizhn', '2026-12-01T09:00:00Z', '2026-10-22')
    if (!result.ok) throw new Error(result.reason)
    const [row] = await domain.sql`
      select response_due_on::text, next_due_on::text from request where id = ${result.value.requestId}`
    expect(row).toEqual({ response_due_on: '2026-11-21', next_due_on: '2026-11-06' })
  })

  it.each([
    ['2026-12-01T18:59:59Z', '2026-12-01', true],
    ['2026-12-01T18:59:59Z', '2026-12-02', 'receipt-in-future'],
    ['2026-12-01T19:00:00Z', '2026-12-02', true], // midnight in Yekaterinburg
    ['2026-12-01T09:00:00Z', '2025-11-30', true],
    ['2026-12-01T09:00:00Z', '2025-11-29', 'receipt-too-old'],
    ['2026-12-01T09:00:00Z', '2026-02-30', 'invalid'],
    ['2026-12-01T09:00:00Z', 'yesterday', 'invalid'],
  ])('at %s, of %s: %s', async (now, receivedOn, outcome) => {
    const result = await registeredAt('imed', now, receivedOn)
    expect(result.ok || result.reason).toBe(outcome)
  })

  it('came today where no day is named', async () => {
    const result = await registeredAt('imvizhn', NOW.toISOString(), '')
    if (!result.ok) throw new Error(result.reason)
    const [row] =
      await domain.sql`select received_on::text, received_at from request where id = ${result.value.requestId}`
    expect(row).toEqual({ received_on: '2026-12-01', received_at: NOW })
  })

  it('is nothing that the public can say of its own request', async () => {
    const clinic = await clinicOf('imvizhn')
    for (const form of [requestForm({ receivedOn: '2026-11-20' }), byPost('2026-11-20')]) {
      expect(await execute(fileRequest, publicAt(clinic, NOW), form)).toEqual({ ok: false, reason: 'not-allowed' })
    }
  })
})

describe('who gives no address', () => {
  it('may write by post, not by the portal', async () => {
    const clinic = await clinicOf('eco-smolensk')
    expect(await execute(fileRequest, publicAt(clinic, NOW), requestForm({ contact: {} }))).toEqual({
      ok: false,
      reason: 'invalid',
      fields: { 'contact.email': ['required'] },
    })
    const byPhone = requestForm({ channel: 'phone', contact: { email: 'no address' } })
    expect(await execute(fileRequest, staffAt(await domain.hire(clinic), NOW), byPhone)).toMatchObject({
      fields: { 'contact.email': ['badEmail'] },
    })
  })

  it('is sent nothing, and their request goes its way to the answer', async () => {
    const clinic = await clinicOf('eco-smolensk')
    const officer = await domain.hire(clinic)
    const ctx = staffAt(officer, NOW)
    const form = requestForm({ channel: 'post', contact: { phone: '+7 900 000-00-07' } })
    const filed = await execute(fileRequest, ctx, form)
    if (!filed.ok) throw new Error(filed.reason)
    const { requestId, reference } = filed.value
    const [row] = await domain.sql`select email_hash from request where id = ${requestId}`
    expect(row).toEqual({ email_hash: null })

    const [clock] = await domain.sql`select id from request_clock where request_id = ${requestId} and clock = 'answer'`
    const steps = [
      await execute(takeRequest, ctx, { requestId }),
      await execute(askQuestion, ctx, { submissionId: randomUUID(), requestId, text: 'Когда вы у нас были?' }),
      await execute(extendDeadline, ctx, { requestId, clockId: clock?.['id'], reasons: 'Нужно запросить архив.' }),
      await execute(saveAnswer, ctx, { requestId, outcome: 'fulfilled', letter: 'Вот ваши данные.' }),
      await execute(releaseAnswer, ctx, { requestId, version: 1 }),
    ]
    expect(steps.map(({ ok }) => ok)).toEqual(steps.map(() => true))
    const mails = await mailsOf(clinic, requestId)
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.filter(({ to }) => !to.endsWith('@staff.example'))).toEqual([])

    const { personal, messages } = await getRequestCase(ctx, requestId)
    expect([personal.contact.email, messages.length]).toEqual(['', 2])
    expect((await searchRequests(ctx, '+7 900 000-00-07')).map((found) => found.reference)).toEqual([reference])
    expect((await listRegister(ctx, { year: 2026 })).rows.map((found) => found.reference)).toContain(reference)
    await expect(listQueue(ctx, { filter: 'all' })).resolves.toBeDefined()

    const system = (now: string) => systemAt(clinic, now)
    expect(await execute(mailUnreadAnswers, system('2026-12-05T09:00:00Z'), {})).toMatchObject({ ok: false })
    const code = { reference, email: 'anybody@patients.example', locale: 'ru' }
    expect(await execute(requestCode, publicAt(clinic, NOW), code)).toMatchObject({ ok: true })
    await makeCodes(domain.sql, clinic, NOW)
    expect(await mailsOf(clinic, requestId)).toHaveLength(mails.length)
  })
})

describe('who may file', () => {
  it('is the public by the portal alone, and officers by any channel', async () => {
    const clinic = await clinicOf('imvizhn')
    const byPost = requestForm({ channel: 'post' })
    expect(await execute(fileRequest, publicAt(clinic, NOW), byPost)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await execute(fileRequest, staffAt(await domain.hire(clinic), NOW), byPost)).toMatchObject({ ok: true })
    const admin = await domain.hire(clinic, 'admin')
    expect(await execute(fileRequest, staffAt(admin, NOW), byPost)).toEqual({ ok: false, reason: 'not-allowed' })
  })

  it('loses nothing to a missing field, and stores nothing either', async () => {
    const clinic = await clinicOf('eco-smolensk')
    const before = await domain.sql`select count(*)::int from audit_event where operator_id = ${clinic.id}`
    const form = requestForm({ kind: 'deletion', contact: { email: 'not an address' } })
    expect(await execute(fileRequest, publicAt(clinic, NOW), form)).toEqual({
      ok: false,
      reason: 'invalid',
      fields: { ground: ['badChoice'], 'contact.email': ['badEmail'] },
    })
    expect(await domain.sql`select count(*)::int from audit_event where operator_id = ${clinic.id}`).toEqual(before)
  })
})

describe('the link of the receipt', () => {
  it('confirms the address once, and leads nowhere when changed or too old', async () => {
    const clinic = await clinicOf('eco-smolensk')
    const { requestId, reference } = await fileAt(clinic, NOW)
    const { confirmUrl } = (await mailOf(clinic, requestId, 'request-received')) as { confirmUrl: string }
    const token = confirmUrl.split('/').at(-1) ?? ''
    const at = (moment: string) => execute(confirmEmail, publicAt(clinic, new Date(moment)), { token })
    const told = async () => await findConfirmation(publicAt(clinic, NOW), { requestId, contactVersion: 0 })
    expect(await told()).toEqual({ reference, answer: 'awaited', isConfirmed: false })
    for (const day of ['02', '03', '04'])
      expect(await at(`2026-12-${day}T09:00:00Z`)).toEqual({ ok: true, value: { reference, answer: 'awaited' } })
    const history = await domain.sql`
      select from audit_event where request_id = ${requestId} and action = 'request.email-confirmed'`
    expect(history).toHaveLength(1)
    for (const [state, answer] of [
      ['withdrawn', 'none'],
      ['answered', 'given'],
    ] as const) {
      await domain.sql`update request set state = ${state} where id = ${requestId}`
      expect(await told()).toEqual({ reference, answer, isConfirmed: true })
    }
    const [row] = await domain.sql`select email_confirmed_at from request where id = ${requestId}`
    expect(row).toEqual({ email_confirmed_at: new Date('2026-12-02T09:00:00Z') })
    await expect(at('2030-01-01T09:00:00Z')).rejects.toThrow('not found')
    const forged = token.replace(requestId, randomUUID())
    await expect(execute(confirmEmail, publicAt(clinic, NOW), { token: forged })).rejects.toThrow('not found')
    await expect(execute(confirmEmail, publicAt(await clinicOf('imed'), NOW), { token })).rejects.toThrow('not found')
  })
})
