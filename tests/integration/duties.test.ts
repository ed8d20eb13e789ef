import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AnswerOutcome } from '@/db/enums'
import { execute } from '@/lib/core/command'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { sendMessage } from '@/lib/correspondence/send-message'
import type { Operator } from '@/lib/operators/queries'
import { fulfilDuty } from '@/lib/requests/fulfil-duty'
import { getRequestCase } from '@/lib/requests/queries'
import { listQueue } from '@/lib/requests/queue'
import { listRegister } from '@/lib/requests/register'
import { takeRequest } from '@/lib/requests/take-request'
import { undoDuty } from '@/lib/requests/undo-duty'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { clinicOf, fileAt, type Officer, requesterAt, staffAt, useDomain } from '../support/domain'

const RECEIVED = new Date('2026-12-01T09:00:00Z')
const domain = useDomain()

const day = (on: string) => new Date(`${on}T09:00:00Z`)

/** A deletion that an officer has taken: destroy by 10 December, answer by 31 December. */
async function aDeletion(form: object = { kind: 'deletion', ground: 'unneeded' }) {
  const clinic = await clinicOf('medsystems')
  const officer = await domain.hire(clinic)
  const { requestId } = await fileAt(clinic, RECEIVED, form)
  expect(await execute(takeRequest, staffAt(officer, RECEIVED), { requestId })).toMatchObject({ ok: true })
  return { clinic, officer, requestId }
}

async function answer(
  { officer, requestId }: { officer: Officer; requestId: string },
  outcome: AnswerOutcome,
  on: string,
) {
  const ctx = staffAt(officer, day(on))
  const ground = outcome !== 'fulfilled' && { refusalGround: 'legal-retention' }
  const draft = { requestId, basedOn: 0, outcome, letter: 'Ответ', ...ground }
  expect(await execute(saveAnswer, ctx, draft)).toMatchObject({ ok: true })
  return execute(releaseAnswer, ctx, { requestId, version: 1 })
}

async function record({ officer, requestId }: { officer: Officer; requestId: string }, on: string, more: object = {}) {
  const { clocks } = await getRequestCase(staffAt(officer, day(on)), requestId)
  const clock = clocks.find(({ stoppedOn, clock: name }) => stoppedOn === null && name !== 'response')
  return execute(fulfilDuty, staffAt(officer, day(on)), { requestId, clockId: clock?.id, doneOn: on, ...more })
}

const factsOf = async (requestId: string) => {
  const [row] = await domain.sql`
    select state, outcome, next_due_on::text, next_clock, closed_on::text from request where id = ${requestId}`
  const clocks = await domain.sql`
    select clock, stopped_on::text, ending from request_clock where request_id = ${requestId} order by clock`
  return { ...row, clocks: clocks.map(({ clock, stopped_on: on, ending }) => [clock, on, ending].join(' ')) }
}

const countsOf = async (clinic: Operator, officer: Officer, on: string) => {
  const { counts } = await listQueue(staffAt(officer, day(on)), { filter: 'mine' })
  const [kept] = await domain.sql`
    select coalesce(sum(count), 0)::int as kept from queue_count where operator_id = ${clinic.id} and assignee_id = ${officer.actor.staffId}`
  expect(kept?.['kept']).toBe(counts.mine)
  return counts.mine
}

const reasonOf = (result: { ok: boolean; reason?: string }) => (result.ok ? 'ok' : result.reason)

describe.each(['fulfilled', 'partly'] as const)('an answer that is %s', (outcome) => {
  it('ends its own clocks alone: the duty stays in the queue until it is recorded', async () => {
    const deletion = await aDeletion()
    const { clinic, officer, requestId } = deletion
    expect(await answer(deletion, outcome, '2026-12-07')).toMatchObject({ ok: true })
    expect(await factsOf(requestId)).toEqual({
      ...{ state: 'answered', outcome, next_due_on: '2026-12-10', next_clock: 'destroy', closed_on: null },
      clocks: ['destroy  ', 'response 2026-12-07 answered'],
    })
    expect(await countsOf(clinic, officer, '2026-12-07')).toBe(1)
    const owed = await listQueue(staffAt(officer, day('2026-12-12')), { filter: 'overdue', state: 'answered' })
    expect(owed.rows.map(({ id, nextClock, nextUnit }) => [id, nextClock, nextUnit])).toContainEqual([
      requestId,
      'destroy',
      'working-days',
    ])

    expect(await record(deletion, '2026-12-09', { note: 'Удалено из МИС' })).toMatchObject({ ok: true })
    expect(await factsOf(requestId)).toMatchObject({
      ...{ next_due_on: null, next_clock: null, closed_on: '2026-12-09' },
      clocks: ['destroy 2026-12-09 done', 'response 2026-12-07 answered'],
    })
    expect(await countsOf(clinic, officer, '2026-12-09')).toBe(0)
    const { clocks } = await getRequestCase(staffAt(officer, day('2026-12-09')), requestId)
    expect(clocks.find(({ clock }) => clock === 'destroy')).toMatchObject({
      ...{ note: 'Удалено из МИС', recordedBy: officer.actor.name, verdict: { is: 'kept', on: '2026-12-09' } },
    })
  })
})

describe('a refusal', () => {
  it('ends the duty as lapsed and closes the request', async () => {
    const deletion = await aDeletion()
    await answer(deletion, 'refused', '2026-12-07')
    expect(await factsOf(deletion.requestId)).toEqual({
      ...{ state: 'answered', outcome: 'refused', next_due_on: null, next_clock: null, closed_on: '2026-12-07' },
      clocks: ['destroy 2026-12-07 refused', 'response 2026-12-07 answered'],
    })
    expect(await countsOf(deletion.clinic, deletion.officer, '2026-12-07')).toBe(0)
  })

  it('leaves as done what was done before', async () => {
    const deletion = await aDeletion({ kind: 'deletion', ground: 'unlawful' })
    await record(deletion, '2026-12-01')
    await answer(deletion, 'refused', '2026-12-02')
    expect((await factsOf(deletion.requestId)).clocks).toEqual([
      'block 2026-12-01 done',
      'destroy 2026-12-02 refused',
      'response 2026-12-02 answered',
      'stop 2026-12-02 refused',
    ])
  })
})

describe('a withdrawal', () => {
  const withdraw = ({ clinic, requestId }: { clinic: Operator; requestId: string }, on: string) =>
    execute(withdrawRequest, requesterAt(clinic, requestId, day(on)), { requestId })

  it('ends every clock as lapsed', async () => {
    const deletion = await aDeletion()
    expect(await withdraw(deletion, '2026-12-03')).toMatchObject({ ok: true })
    expect((await factsOf(deletion.requestId)).clocks).toEqual([
      'destroy 2026-12-03 withdrawn',
      'response 2026-12-03 withdrawn',
    ])
  })

  it('comes too late once the clinic has answered, though a duty still runs', async () => {
    const deletion = await aDeletion()
    await answer(deletion, 'fulfilled', '2026-12-07')
    expect(reasonOf(await withdraw(deletion, '2026-12-07'))).toBe('answered')
    expect((await factsOf(deletion.requestId)).clocks).toContain('destroy  ')
  })
})

describe('an answered request with a duty left', () => {
  it('can be written about by both sides, but neither answered nor drafted again', async () => {
    const deletion = await aDeletion()
    const { clinic, officer, requestId } = deletion
    await answer(deletion, 'fulfilled', '2026-12-07')
    const ctx = staffAt(officer, day('2026-12-08'))
    expect(
      reasonOf(await execute(saveAnswer, ctx, { requestId, basedOn: 1, outcome: 'fulfilled', letter: 'Ещё' })),
    ).toBe('answered')
    expect(reasonOf(await execute(releaseAnswer, ctx, { requestId, version: 1 }))).toBe('answered')
    expect(
      reasonOf(await execute(askQuestion, ctx, { submissionId: randomUUID(), requestId, text: 'Какой логин?' })),
    ).toBe('ok')
    const reply = { submissionId: randomUUID(), requestId, text: 'maria' }
    expect(reasonOf(await execute(sendMessage, requesterAt(clinic, requestId, day('2026-12-08')), reply))).toBe('ok')
    await record(deletion, '2026-12-09')
    expect(reasonOf(await execute(askQuestion, ctx, { submissionId: randomUUID(), requestId, text: 'Какой?' }))).toBe(
      'closed',
    )
  })

  it('stands in the register as answered and undecided, then with its verdicts', async () => {
    const deletion = await aDeletion()
    await answer(deletion, 'fulfilled', '2026-12-07')
    const line = async (on: string) => {
      const { rows } = await listRegister(staffAt(deletion.officer, day(on)), { year: 2026 })
      const row = rows.find(({ id }) => id === deletion.requestId)
      return [row?.closedOn, row?.timeliness, row?.clocks.map(({ clock, verdict }) => `${clock} ${verdict.is}`).join()]
    }
    expect(await line('2026-12-10')).toEqual([null, 'undecided', 'destroy running,response kept'])
    expect(await line('2026-12-11')).toEqual([null, 'late', 'destroy overdue,response kept'])
    await record(deletion, '2026-12-14')
    expect(await line('2026-12-14')).toEqual(['2026-12-14', 'late', 'destroy missed,response kept'])
  })
})

describe('a slip', () => {
  it('is taken back: the clock runs on, the request opens, the log tells it', async () => {
    const deletion = await aDeletion()
    const { clinic, officer, requestId } = deletion
    await answer(deletion, 'fulfilled', '2026-12-07')
    await record(deletion, '2026-12-08')
    const [clock] = await domain.sql`select id from request_clock where request_id = ${requestId} and clock = 'destroy'`
    const undo = (on: string) => execute(undoDuty, staffAt(officer, day(on)), { requestId, clockId: clock?.['id'] })
    expect(reasonOf(await undo('2026-12-09'))).toBe('closed')
    expect(reasonOf(await undo('2026-12-08'))).toBe('ok')
    expect(await factsOf(requestId)).toMatchObject({ next_clock: 'destroy', closed_on: null })
    expect(await countsOf(clinic, officer, '2026-12-08')).toBe(1)
    expect(reasonOf(await undo('2026-12-08'))).toBe('not-recorded')
    const told =
      await domain.sql`select data from audit_event where request_id = ${requestId} and action = 'request.duty-undone'`
    expect(told.map(({ data }) => data)).toEqual([{ clock: 'destroy', to: '2026-12-10' }])
  })
})

describe('a correction', () => {
  it('opens the lifting of the block with it, and takes it along when it is undone', async () => {
    const deletion = await aDeletion({ kind: 'correction', correction: { wrong: '', right: 'Соколова' } })
    const { officer, requestId } = deletion
    await record(deletion, '2026-12-04', { wasBlocked: true })
    expect(await factsOf(requestId)).toMatchObject({ next_due_on: '2026-12-04', next_clock: 'lift' })
    const { clocks } = await getRequestCase(staffAt(officer, day('2026-12-04')), requestId)
    const correct = clocks.find(({ clock }) => clock === 'correct')
    await execute(undoDuty, staffAt(officer, day('2026-12-04')), { requestId, clockId: correct?.id })
    expect((await factsOf(requestId)).clocks).toEqual(['correct  ', 'response  '])
    await record(deletion, '2026-12-07')
    expect(await factsOf(requestId)).toMatchObject({ next_clock: 'response' })
  })
})
