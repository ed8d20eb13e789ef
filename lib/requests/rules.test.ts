import { describe, expect, it } from 'vitest'
import {
  type AnswerOutcome,
  type ClockEnding,
  type RequesterType,
  type RequestKind,
  type RequestState,
  requestStates,
} from '@/db/enums'
import {
  awaitsAnswer,
  decideFulfilment,
  decideOpen,
  decideTake,
  decideUnanswered,
  decideUndo,
  namesGround,
  stateInHands,
} from './rules'

const TODAY = '2026-12-10'
const closed = { ok: false, reason: 'closed' }
const reasonOf = (decision: { ok: true } | { ok: false; reason: string }) => (decision.ok ? 'ok' : decision.reason)

it('tells what awaits an answer from what is closed', () => {
  expect(requestStates.filter((state) => awaitsAnswer({ state }))).toEqual(['registered', 'in-progress'])
  const owing = { state: 'answered', closedOn: null } as const
  expect([decideOpen(owing), decideUnanswered(owing)].map(reasonOf)).toEqual(['ok', 'answered'])
  const ended = { state: 'answered', closedOn: TODAY } as const
  expect([decideOpen(ended), decideUnanswered(ended)].map(reasonOf)).toEqual(['closed', 'closed'])
})

it('names a ground against a subject and nobody else, where its kind does and something is declined', () => {
  const names = (requesterType: RequesterType, kind: RequestKind, outcome: AnswerOutcome) =>
    namesGround({ requesterType, kind }, outcome)
  expect([names('subject', 'access', 'refused'), names('representative', 'access', 'partly')]).toEqual([true, true])
  expect([names('subject', 'access', 'fulfilled'), names('subject', 'claim', 'refused')]).toEqual([false, false])
  expect(names('authority', 'access', 'refused')).toBe(false)
})

describe('taking', () => {
  it('is for an open request that nobody holds, answered or not', () => {
    const take = (assigneeId: string | null, closedOn: string | null = null) =>
      decideTake({ assigneeId, closedOn }, 'me')
    expect([take(null), take('me'), take('you'), take(null, TODAY)].map(reasonOf)).toEqual([
      'ok',
      'already-yours',
      'taken-by-another',
      'closed',
    ])
  })

  it('puts into work what awaits an answer, and leaves an answered request answered', () => {
    const states: RequestState[] = ['registered', 'in-progress', 'answered']
    expect(states.map((state) => stateInHands({ state }))).toEqual(['in-progress', 'in-progress', 'answered'])
  })
})

describe('a duty done', () => {
  const request = { receivedOn: '2026-12-01', closedOn: null, ground: 'unlawful' as string | null }
  const duty = { clock: 'destroy', stoppedOn: null } as const
  const done = { ending: 'done', on: TODAY, today: TODAY } as const
  const fulfil = (change: { request?: object; clock?: object; done?: object } = {}) =>
    reasonOf(
      decideFulfilment({ ...request, ...change.request }, { ...duty, ...change.clock }, { ...done, ...change.done }),
    )

  it('ends its own clock, once, while the request is open', () => {
    expect(fulfil()).toBe('ok')
    expect(fulfil({ clock: { stoppedOn: '2026-12-09' } })).toBe('clock-stopped')
    expect(fulfil({ request: { closedOn: TODAY } })).toBe('closed')
    expect(fulfil({ clock: { clock: 'answer' } })).toBe('ends-with-answer')
  })

  it('was done on a day from the receipt to today', () => {
    expect(['2026-11-30', '2026-12-01', TODAY, '2026-12-11'].map((on) => fulfil({ done: { on } }))).toEqual([
      'date-out-of-range',
      'ok',
      'ok',
      'date-out-of-range',
    ])
  })

  it('is not needed where unlawful processing was made lawful, and there alone (152-FZ 21(3))', () => {
    const lawful = { done: { ending: 'made-lawful' } }
    expect(fulfil(lawful)).toBe('ok')
    expect(fulfil({ ...lawful, clock: { clock: 'block' } })).toBe('not-unlawful')
    expect(fulfil({ ...lawful, request: { ground: 'unneeded' } })).toBe('not-unlawful')
  })
})

describe('taking a duty back', () => {
  const undo = (
    state: RequestState,
    outcome: AnswerOutcome | null,
    {
      closedOn = null,
      recordedOn = '2026-12-09',
      ending = 'done',
    }: { closedOn?: string | null; recordedOn?: string; ending?: ClockEnding } = {},
  ) => decideUndo({ state, outcome, closedOn }, { ending }, { recordedOn, today: TODAY })

  it('is possible until the request closes, and on the day of the slip', () => {
    expect(undo('in-progress', null)).toEqual({ ok: true })
    expect(undo('answered', 'partly')).toEqual({ ok: true })
    expect(undo('answered', 'fulfilled', { closedOn: TODAY, recordedOn: TODAY })).toEqual({ ok: true })
    expect(undo('answered', 'fulfilled', { closedOn: '2026-12-09' })).toEqual(closed)
  })

  it('never revives what a refusal or a withdrawal has ended', () => {
    expect(undo('withdrawn', null, { closedOn: TODAY, recordedOn: TODAY })).toEqual(closed)
    expect(undo('answered', 'refused', { closedOn: TODAY, recordedOn: TODAY })).toEqual(closed)
    expect(undo('in-progress', null, { ending: 'answered' })).toEqual({ ok: false, reason: 'not-recorded' })
  })
})
