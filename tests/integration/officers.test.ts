import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod/mini'
import { listAudit } from '@/lib/audit/queries'
import type { StaffActor } from '@/lib/core/actor'
import { type Command, execute } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { NotFoundError } from '@/lib/core/errors'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { draftAnswer } from '@/lib/correspondence/draft-answer'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { sendMessage } from '@/lib/correspondence/send-message'
import { getFileFor } from '@/lib/documents/queries'
import { takeUpload } from '@/lib/documents/take-upload'
import { assignRequest } from '@/lib/requests/assign-request'
import { changeContact } from '@/lib/requests/change-contact'
import { extendDeadline } from '@/lib/requests/extend-deadline'
import { fulfilDuty } from '@/lib/requests/fulfil-duty'
import { giveBackRequest } from '@/lib/requests/give-back-request'
import { getOwnCase, getRequestCase } from '@/lib/requests/queries'
import { listQueue } from '@/lib/requests/queue'
import { listRegister } from '@/lib/requests/register'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { recordStartEvent } from '@/lib/requests/record-start-event'
import { searchRequests } from '@/lib/requests/search'
import { undoDuty } from '@/lib/requests/undo-duty'
import { takeRequest } from '@/lib/requests/take-request'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { eraseRequest } from '@/lib/retention/erase-request'
import { readModules } from '../architecture/modules'
import { clinicOf, fileAt, mailsOf, type Officer, publicAt, requesterAt, staffAt, useDomain } from '../support/domain'
import { pixel } from '../support/files'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const TODAY = '2026-12-01'

/** A request of the clinic with its officers, and the ids of its clocks. */
async function aCase(slug = 'imvizhn', form: Partial<FileRequestForm> = {}) {
  const clinic = await clinicOf(slug)
  const [officer, other, lead, auditor] = await Promise.all([
    domain.hire(clinic),
    domain.hire(clinic),
    domain.hire(clinic, 'lead'),
    domain.hire(clinic, 'auditor'),
  ])
  const { requestId, reference } = await fileAt(clinic, NOW, form)
  const rows = await domain.sql`select clock, id from request_clock where request_id = ${requestId}`
  const clocks = Object.fromEntries(rows.map(({ clock, id }) => [String(clock), String(id)]))
  return { clinic, officer, other, lead, auditor, requestId, reference, clockId: clocks['answer'] ?? '', clocks }
}

const by = <Schema extends z.core.$ZodType, S, V, R extends string>(
  officer: Officer,
  command: Command<StaffActor, Schema, S, V, R>,
  input: unknown,
  now = NOW,
) => execute(command, staffAt(officer, now), input)

const answerOf = (requestId: string) => ({ requestId, outcome: 'fulfilled', letter: 'Вот ваши данные.' })
const auditOf = async (requestId: string, action: string) =>
  (await domain.sql`select seq from audit_event where request_id = ${requestId} and action = ${action}`).length

describe('taking a request', () => {
  it('at the same moment by two officers: one has it', async () => {
    const { officer, other, requestId } = await aCase()
    const outcomes = await Promise.all([officer, other].map((each) => by(each, takeRequest, { requestId })))
    expect(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.reason)).sort()).toEqual([
      'taken',
      'taken-by-another',
    ])
    const winner = outcomes[0]?.ok ? officer : other
    expect(await domain.sql`select assignee_id, state from request where id = ${requestId}`).toEqual([
      { assignee_id: winner.actor.staffId, state: 'in-progress' },
    ])
    expect(await by(winner, takeRequest, { requestId })).toEqual({ ok: false, reason: 'already-yours' })
    expect(await auditOf(requestId, 'request.taken')).toBe(1)
  })

  it('at the same moment as a lead assigns it: the two agree on one', async () => {
    const { officer, other, lead, requestId } = await aCase()
    await Promise.all([
      by(officer, takeRequest, { requestId }),
      by(lead, assignRequest, { requestId, assigneeId: other.actor.staffId }),
    ])
    const [row] = await domain.sql`select assignee_id from request where id = ${requestId}`
    expect(row).toEqual({ assignee_id: other.actor.staffId })
  })

  it('is assigned by a lead alone, and to a colleague alone', async () => {
    const { officer, other, lead, auditor, requestId } = await aCase()
    const stranger = await domain.hire(await clinicOf('imed'))
    const to = ({ actor }: Officer) => ({ requestId, assigneeId: actor.staffId })
    expect(await by(officer, assignRequest, to(other))).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await by(lead, assignRequest, to(stranger))).toEqual({ ok: false, reason: 'not-a-colleague' })
    expect(await by(lead, assignRequest, to(auditor))).toEqual({ ok: false, reason: 'not-a-colleague' })
    expect(await by(lead, assignRequest, to(other))).toMatchObject({ ok: true })
    expect(await by(lead, assignRequest, to(other))).toEqual({ ok: false, reason: 'already-theirs' })
    const [{ name } = { name: '' }] = await domain.sql<{ name: string }[]>`
      select name from staff where id = ${other.actor.staffId}`
    const [told] = (await listAudit(staffAt(lead, NOW), { requestId })).rows
    expect(told, 'the log says whose it is now').toMatchObject({ action: 'request.assigned', concerned: { to: name } })
  })
})

describe('extending a deadline', () => {
  const reasons = 'Нужно запросить архив.'

  it('happens once, if it is asked for twice at the same moment, with one notice', async () => {
    const { clinic, officer, requestId, clockId } = await aCase()
    await by(officer, takeRequest, { requestId })
    const outcomes = await Promise.all([1, 2].map(() => by(officer, extendDeadline, { requestId, clockId, reasons })))
    expect(outcomes).toEqual(
      expect.arrayContaining([
        { ok: true, value: { dueOn: '2026-12-22' } },
        { ok: false, reason: 'already-extended' },
      ]),
    )
    const [row] =
      await domain.sql`select next_due_on::text, next_clock, response_due_on::text from request where id = ${requestId}`
    expect(row).toEqual({ next_due_on: '2026-12-22', next_clock: 'answer', response_due_on: '2026-12-31' })
    const notices = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'deadline-extended')
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ to: 'sokolova@patients.example', props: { dueOn: '2026-12-22' } })
  })

  it('is refused for the headline clock, after the due date, and without reasons', async () => {
    const { officer, requestId, clockId, clocks } = await aCase()
    await by(officer, takeRequest, { requestId })
    expect(await by(officer, extendDeadline, { requestId, clockId: clocks['response'], reasons })).toEqual({
      ok: false,
      reason: 'not-extendable',
    })
    const input = { requestId, clockId, reasons }
    expect(await by(officer, extendDeadline, input, new Date('2026-12-15T21:00:00Z'))).toEqual({
      ok: false,
      reason: 'overdue',
    })
    expect(await by(officer, extendDeadline, { ...input, reasons: ' ' })).toMatchObject({
      reason: 'invalid',
      fields: { reasons: ['required'] },
    })
    expect(await by(officer, extendDeadline, input, new Date('2026-12-15T20:59:59Z'))).toMatchObject({ ok: true })
  })

  it('finds no clock of another request', async () => {
    const [mine, theirs] = [await aCase(), await aCase()]
    await by(mine.officer, takeRequest, { requestId: mine.requestId })
    const input = { requestId: mine.requestId, clockId: theirs.clockId, reasons }
    await expect(by(mine.officer, extendDeadline, input)).rejects.toThrow(NotFoundError)
  })
})

describe('the proof of what is wrong', () => {
  const wrong = { kind: 'correction' as const, correction: { wrong: 'Иванова', right: 'Соколова' } }
  const day4 = new Date('2026-12-04T09:00:00Z')

  it('starts the clock that is counted from it, which moves what is due first', async () => {
    const { officer, requestId } = await aCase('imvizhn', wrong)
    await by(officer, takeRequest, { requestId })
    const input = { requestId, event: 'proof', happenedOn: '2026-12-03' }
    expect(await by(officer, recordStartEvent, input, day4)).toEqual({ ok: true, value: undefined })
    expect(
      await domain.sql`
        select clock, started_on::text, due_on::text, deadline_version from request_clock
        where request_id = ${requestId} order by clock`,
    ).toEqual([
      { clock: 'correct', started_on: '2026-12-03', due_on: '2026-12-14', deadline_version: 2 },
      { clock: 'response', started_on: TODAY, due_on: '2026-12-31', deadline_version: 1 },
    ])
    expect(await domain.sql`select next_due_on::text, next_clock from request where id = ${requestId}`).toEqual([
      { next_due_on: '2026-12-14', next_clock: 'correct' },
    ])
    expect(await auditOf(requestId, 'request.start-recorded')).toBe(1)
  })

  it('is refused in the future, before the receipt, as no date, and where nothing is counted from it', async () => {
    const { officer, requestId } = await aCase('imvizhn', wrong)
    await by(officer, takeRequest, { requestId })
    const on = (happenedOn: string, event = 'proof') =>
      by(officer, recordStartEvent, { requestId, event, happenedOn }, day4)
    expect(await on('2026-12-05')).toMatchObject({ fields: { happenedOn: ['dateOutOfRange'] } })
    expect(await on('2026-11-30')).toMatchObject({ fields: { happenedOn: ['dateOutOfRange'] } })
    expect(await on('2026-12-03', 'decision')).toEqual({ ok: false, reason: 'no-such-clock' })
    expect(await on('2026-02-31')).toMatchObject({ fields: { happenedOn: ['badDate'] } })
    expect(await on('')).toMatchObject({ fields: { happenedOn: ['required'] } })
    expect(await auditOf(requestId, 'request.start-recorded')).toBe(0)
  })
})

describe('a request that is taken back', () => {
  const takeBack = (clinic: Officer['clinic'], requestId: string) =>
    execute(withdrawRequest, requesterAt(clinic, requestId, NOW), { requestId })

  it('is closed once, with every clock, and tells the officer in charge', async () => {
    const { clinic, officer, requestId } = await aCase()
    await by(officer, takeRequest, { requestId })
    const outcomes = await Promise.all([1, 2].map(() => takeBack(clinic, requestId)))
    expect(outcomes).toEqual(
      expect.arrayContaining([
        { ok: true, value: undefined },
        { ok: false, reason: 'closed' },
      ]),
    )
    expect(
      await domain.sql`select state, next_due_on, next_clock, closed_on::text from request where id = ${requestId}`,
    ).toEqual([{ state: 'withdrawn', next_due_on: null, next_clock: null, closed_on: TODAY }])
    expect(
      await domain.sql`select distinct stopped_on::text, ending from request_clock where request_id = ${requestId}`,
    ).toEqual([{ stopped_on: TODAY, ending: 'withdrawn' }])
    const told = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'request-withdrawn')
    expect(told.map(({ to }) => to)).toEqual([officer.email])
    const confirmed = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'request-closed')
    expect(confirmed.map(({ to }) => to)).toEqual(['sokolova@patients.example'])
    expect(await auditOf(requestId, 'request.withdrawn')).toBe(1)
    expect(await by(officer, saveAnswer, answerOf(requestId))).toEqual({ ok: false, reason: 'closed' })
  })

  it('is the person’s own, and nobody else’s', async () => {
    const [mine, theirs] = [await aCase(), await aCase()]
    const asMine = requesterAt(mine.clinic, mine.requestId, NOW)
    expect(await execute(withdrawRequest, asMine, { requestId: theirs.requestId })).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
    expect(await domain.sql`select state from request where id = ${theirs.requestId}`).toEqual([
      { state: 'registered' },
    ])
  })
})

describe('a duty with a clock of its own', () => {
  it('is recorded once, if two record it at the same moment, and the next clock comes up', async () => {
    const { officer, lead, requestId, clocks } = await aCase('imvizhn', { kind: 'blocking' })
    await by(officer, takeRequest, { requestId })
    const input = { requestId, clockId: clocks['block'], doneOn: TODAY }
    const outcomes = await Promise.all([officer, lead].map((each) => by(each, fulfilDuty, input)))
    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.reason)).sort()).toEqual(['clock-stopped', 'done'])
    expect(await domain.sql`select next_due_on::text, next_clock from request where id = ${requestId}`).toEqual([
      { next_due_on: '2026-12-15', next_clock: 'check' },
    ])
    expect(await auditOf(requestId, 'request.duty-fulfilled')).toBe(1)
  })

  it('is not the answer, which ends with its letter alone', async () => {
    const { officer, requestId, clocks } = await aCase()
    await by(officer, takeRequest, { requestId })
    for (const clockId of [clocks['answer'], clocks['response']]) {
      expect(await by(officer, fulfilDuty, { requestId, clockId, doneOn: TODAY })).toEqual({
        ok: false,
        reason: 'ends-with-answer',
      })
    }
  })
})

describe('the answer', () => {
  it.each(['refused', 'partly'])('names its legal ground when it is %s', async (outcome) => {
    const { officer, requestId } = await aCase()
    await by(officer, takeRequest, { requestId })
    const refusal = { ...answerOf(requestId), outcome }
    expect(await by(officer, saveAnswer, refusal)).toEqual({
      ok: false,
      reason: 'invalid',
      fields: { refusalGround: ['required'] },
    })
    expect(await by(officer, saveAnswer, { ...refusal, refusalGround: 'legal-retention' })).toMatchObject({ ok: true })
    expect(await domain.sql`select outcome, refusal_ground from answer where request_id = ${requestId}`).toEqual([
      { outcome, refusal_ground: 'legal-retention' },
    ])
  })

  it('drafted without its ground is not released', async () => {
    const { officer, requestId } = await aCase()
    await by(officer, takeRequest, { requestId })
    for (const outcome of ['refused', 'partly']) {
      const basedOn = outcome === 'refused' ? 0 : 1
      expect(await by(officer, draftAnswer, { ...answerOf(requestId), outcome, basedOn })).toMatchObject({ ok: true })
      const released = await by(officer, releaseAnswer, { requestId, version: basedOn + 1 })
      expect(released).toEqual({ ok: false, reason: 'no-answer' })
    }
  })

  it('to a claim names none: it is answered by other laws', async () => {
    const { officer, requestId } = await aCase('imvizhn', { kind: 'claim', ground: 'money', details: 'Верните деньги' })
    await by(officer, takeRequest, { requestId })
    expect(await by(officer, saveAnswer, { ...answerOf(requestId), outcome: 'partly' })).toMatchObject({ ok: true })
    expect(await by(officer, releaseAnswer, { requestId, version: 1 })).toMatchObject({ ok: true })
  })

  it('is its assignee’s: nobody else’s but the lead’s', async () => {
    const { officer, other, lead, requestId, clockId } = await aCase()
    const refusals = async (who: Officer) => {
      const outcomes = await Promise.all([
        by(who, saveAnswer, answerOf(requestId)),
        by(who, releaseAnswer, { requestId, version: 1 }),
        by(who, extendDeadline, { requestId, clockId, reasons: 'Архив' }),
        by(who, fulfilDuty, { requestId, clockId, doneOn: TODAY }),
      ])
      return outcomes.map((outcome) => !outcome.ok && outcome.reason)
    }
    expect(await refusals(officer)).toEqual(Array(4).fill('assigned-to-nobody'))
    await by(officer, takeRequest, { requestId })
    expect(await refusals(other)).toEqual(Array(4).fill('assigned-to-another'))
    expect(await by(lead, saveAnswer, answerOf(requestId))).toMatchObject({ ok: true })
  })

  it('is shown to nobody outside before it is released, and is read once for the record', async () => {
    const { clinic, officer, requestId } = await aCase()
    const own = () => getOwnCase(requesterAt(clinic, requestId, NOW))
    await by(officer, takeRequest, { requestId })
    expect(await by(officer, releaseAnswer, { requestId, version: 1 })).toEqual({ ok: false, reason: 'no-answer' })
    await by(officer, saveAnswer, answerOf(requestId))
    expect((await own()).answer).toBeUndefined()
    await by(officer, releaseAnswer, { requestId, version: 1 })
    expect((await own()).answer).toMatchObject({ outcome: 'fulfilled', letter: 'Вот ваши данные.' })
    await own()
    expect(await auditOf(requestId, 'answer.read')).toBe(1)
  })

  it('is final once released, if it is released twice at the same moment', async () => {
    const { clinic, officer, other, lead, requestId, clockId } = await aCase()
    await by(officer, takeRequest, { requestId })
    await by(officer, saveAnswer, answerOf(requestId))
    const outcomes = await Promise.all(
      [officer, lead].map((each) => by(each, releaseAnswer, { requestId, version: 1 })),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'released' : outcome.reason)).sort()).toEqual(['closed', 'released'])
    const letters = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'answer-ready')
    expect(letters).toHaveLength(1)
    const later = await Promise.all([
      by(lead, saveAnswer, answerOf(requestId)),
      by(lead, releaseAnswer, { requestId, version: 1 }),
      by(lead, takeRequest, { requestId }),
      by(lead, assignRequest, { requestId, assigneeId: other.actor.staffId }),
      by(lead, extendDeadline, { requestId, clockId, reasons: 'Архив' }),
      by(lead, askQuestion, { submissionId: randomUUID(), requestId, text: 'Какой договор?' }),
    ])
    expect(later).toEqual(later.map(() => ({ ok: false, reason: 'closed' })))
    expect(
      await execute(sendMessage, requesterAt(clinic, requestId, NOW), {
        submissionId: randomUUID(),
        requestId,
        text: 'Спасибо',
      }),
    ).toEqual({
      ok: false,
      reason: 'closed',
    })
    const [row] = await domain.sql`
      select state, outcome, next_due_on, next_clock, closed_on::text from request where id = ${requestId}`
    expect(row).toEqual({
      state: 'answered',
      outcome: 'fulfilled',
      next_due_on: null,
      next_clock: null,
      closed_on: TODAY,
    })
    expect(
      await domain.sql`select distinct stopped_on::text, ending from request_clock where request_id = ${requestId}`,
    ).toEqual([{ stopped_on: TODAY, ending: 'answered' }])
    await expect(domain.sql`update answer set outcome = 'refused' where request_id = ${requestId}`).rejects.toThrow(
      'A released answer does not change',
    )
  })
})

type Attempt = (
  ctx: Context<StaffActor>,
  at: { requestId: string; clockId: string; fileId: string },
) => Promise<unknown>

/** Every command on a request that staff have, by the file it stands in. */
const commands: Record<string, Attempt> = {
  'lib/requests/give-back-request': (ctx, { requestId }) => execute(giveBackRequest, ctx, { requestId }),
  'lib/requests/take-request': (ctx, { requestId }) => execute(takeRequest, ctx, { requestId }),
  'lib/requests/assign-request': (ctx, { requestId }) =>
    execute(assignRequest, ctx, { requestId, assigneeId: ctx.actor.staffId }),
  'lib/requests/change-contact': (ctx, { requestId }) =>
    execute(changeContact, ctx, { requestId, email: 'stranger@patients.example', source: 'by-phone' }),
  'lib/requests/extend-deadline': (ctx, { requestId, clockId }) =>
    execute(extendDeadline, ctx, { requestId, clockId, reasons: 'Архив' }),
  'lib/requests/record-start-event': (ctx, { requestId }) =>
    execute(recordStartEvent, ctx, { requestId, event: 'proof', happenedOn: TODAY }),
  'lib/requests/fulfil-duty': (ctx, { requestId, clockId }) =>
    execute(fulfilDuty, ctx, { requestId, clockId, doneOn: TODAY }),
  'lib/requests/undo-duty': (ctx, { requestId, clockId }) => execute(undoDuty, ctx, { requestId, clockId }),
  'lib/correspondence/ask-question': (ctx, { requestId }) =>
    execute(askQuestion, ctx, { submissionId: randomUUID(), requestId, text: 'Кто вы?' }),
  'lib/correspondence/draft-answer': (ctx, { requestId }) => execute(draftAnswer, ctx, { requestId, letter: 'Вот' }),
  'lib/correspondence/save-answer': (ctx, { requestId }) => execute(saveAnswer, ctx, answerOf(requestId)),
  'lib/correspondence/release-answer': (ctx, { requestId }) => execute(releaseAnswer, ctx, { requestId, version: 1 }),
  'lib/retention/erase-request': (ctx, { requestId }) =>
    execute(eraseRequest, ctx, { requestId, ground: 'asked-for', sure: true }),
}

const loaders: Record<string, Attempt> = {
  getRequestCase: (ctx, { requestId }) => getRequestCase(ctx, requestId),
  getFileFor: (ctx, { fileId }) => getFileFor(ctx, fileId),
}

/** A request with a file, of a clinic, with everything an officer of another one might ask for by id. */
async function caseWithFile() {
  const clinic = await clinicOf('caop1')
  const upload = { name: 'scan.png', bytes: pixel }
  const taken = await takeUpload(publicAt(clinic, NOW), upload)
  if (!taken.ok) throw new Error(taken.reason)
  const filed = await fileAt(clinic, NOW, { uploads: [taken.value.token] })
  const [file] = await domain.sql`select id from attachment where request_id = ${filed.requestId}`
  const [clock] = await domain.sql`
    select id from request_clock where request_id = ${filed.requestId} and extension_amount is not null`
  return { clinic, ...filed, clockId: String(clock?.['id']), fileId: String(file?.['id']) }
}

describe('an officer of another clinic', () => {
  it('is tried with every command that locks a request', () => {
    const locking = readModules().filter(
      ({ isTest, imports, text }) =>
        !isTest && text.includes('Context<StaffActor>') && imports.some(({ names }) => names.includes('lockRequest')),
    )
    expect(Object.keys(commands).sort()).toEqual(locking.map(({ id }) => id).sort())
  })

  it.each(Object.entries({ ...commands, ...loaders }))('finds nothing by %s', async (_name, attempt) => {
    const theirs = await caseWithFile()
    const clinic = await clinicOf('imed')
    for (const role of ['officer', 'lead', 'auditor', 'admin'] as const) {
      const ctx = staffAt(await domain.hire(clinic, role), NOW)
      await expect(attempt(ctx, theirs)).rejects.toThrow(NotFoundError)
    }
    const [row] = await domain.sql`select state, assignee_id from request where id = ${theirs.requestId}`
    expect(row).toEqual({ state: 'registered', assignee_id: null })
  })

  it('finds nothing in lists, search, register and log', async () => {
    const theirs = await caseWithFile()
    const ctx = staffAt(await domain.hire(await clinicOf('medsystems'), 'lead'), NOW)
    expect(await listQueue(ctx, { filter: 'all' })).toMatchObject({ rows: [], counts: { all: 0, unassigned: 0 } })
    expect(await listRegister(ctx, { year: 2026 })).toMatchObject({ rows: [] })
    for (const text of [theirs.reference, 'sokolova@patients.example', 'Соколова']) {
      expect(await searchRequests(ctx, text)).toEqual([])
    }
    expect((await listAudit(ctx, { requestId: theirs.requestId })).rows).toEqual([])
  })
})

describe('an auditor', () => {
  it.each(Object.entries(commands))('may not use %s', async (_name, attempt) => {
    const filed = await caseWithFile()
    const ctx = staffAt(await domain.hire(filed.clinic, 'auditor'), NOW)
    expect(await attempt(ctx, filed)).toEqual({ ok: false, reason: 'not-allowed' })
  })

  it('reads the case, which is written down', async () => {
    const filed = await caseWithFile()
    const auditor = await domain.hire(filed.clinic, 'auditor')
    expect(await getRequestCase(staffAt(auditor, NOW), filed.requestId)).toMatchObject({
      personal: { subject: { lastName: 'Соколова' } },
    })
    expect(await getFileFor(staffAt(auditor, NOW), filed.fileId)).toMatchObject({ mediaType: 'image/png' })
    const rows = await domain.sql`
      select action from audit_event where actor_id = ${auditor.actor.staffId} order by seq`
    expect(rows.map(({ action }) => action)).toEqual(['request.viewed', 'file.downloaded'])
  })
})

describe('an admin', () => {
  it('has no business in patients’ cases', async () => {
    const filed = await caseWithFile()
    const ctx = staffAt(await domain.hire(filed.clinic, 'admin'), NOW)
    for (const attempt of Object.values(loaders)) await expect(attempt(ctx, filed)).rejects.toThrow(NotFoundError)
    for (const attempt of Object.values(commands)) {
      expect(await attempt(ctx, filed)).toEqual({ ok: false, reason: 'not-allowed' })
    }
    await expect(listQueue(ctx, { filter: 'all' })).rejects.toThrow(NotFoundError)
    await expect(searchRequests(ctx, 'Соколова')).rejects.toThrow(NotFoundError)
    await expect(listRegister(ctx, { year: 2026 })).rejects.toThrow(NotFoundError)
  })
})

describe('a requester', () => {
  it('has their own case and no other', async () => {
    const mine = await caseWithFile()
    const theirs = await caseWithFile()
    const ctx = requesterAt(mine.clinic, mine.requestId, NOW)
    expect((await getOwnCase(ctx)).request.reference).toBe(mine.reference)
    await expect(getFileFor(ctx, theirs.fileId)).rejects.toThrow(NotFoundError)
    expect(
      await execute(sendMessage, ctx, { submissionId: randomUUID(), requestId: theirs.requestId, text: 'Чужое' }),
    ).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
    const elsewhere = requesterAt(await clinicOf('imed'), mine.requestId, NOW)
    await expect(getOwnCase(elsewhere)).rejects.toThrow(NotFoundError)
  })
})
