import { describe, expect, it } from 'vitest'
import { type ClockEnding, type ClockName, clockNames } from '@/db/enums'
import { answerClock, type ClockFacts, howCaseStands, howClockStands, isDuty, nextClock } from './verdicts'

const DUE = '2026-12-10'
const BEFORE = '2026-12-09'
const AFTER = '2026-12-11'

const clock = (
  ending: ClockEnding | null,
  on: string | null,
  name: ClockName = 'destroy',
  dueOn = DUE,
): ClockFacts => ({
  clock: name,
  dueOn,
  stoppedOn: on,
  ending,
})

describe('how a clock stands', () => {
  it.each([
    [BEFORE, 'running'],
    [DUE, 'running'],
    [AFTER, 'overdue'],
  ])('on %s, while it runs: %s', (today, is) => {
    expect(howClockStands(clock(null, null), today)).toEqual({ is })
  })

  it.each<[ClockEnding, string, object]>([
    ['answered', BEFORE, { is: 'kept', on: BEFORE }],
    ['answered', DUE, { is: 'kept', on: DUE }],
    ['answered', AFTER, { is: 'missed', on: AFTER }],
    ['done', BEFORE, { is: 'kept', on: BEFORE }],
    ['done', DUE, { is: 'kept', on: DUE }],
    ['done', AFTER, { is: 'missed', on: AFTER }],
    ['refused', BEFORE, { is: 'lapsed', on: BEFORE, reason: 'refused', late: false }],
    ['refused', AFTER, { is: 'lapsed', on: AFTER, reason: 'refused', late: true }],
    ['withdrawn', DUE, { is: 'lapsed', on: DUE, reason: 'withdrawn', late: false }],
    ['withdrawn', AFTER, { is: 'lapsed', on: AFTER, reason: 'withdrawn', late: true }],
    ['made-lawful', DUE, { is: 'lapsed', on: DUE, reason: 'made-lawful', late: false }],
  ])('once it has ended as %s on %s', (ending, on, verdict) => {
    // What it was does not change with the days that pass.
    for (const today of [on, '2027-06-01']) expect(howClockStands(clock(ending, on), today)).toEqual(verdict)
  })
})

describe('how a case stands', () => {
  const kept = clock('answered', DUE, 'response')
  const running = clock(null, null)
  const cases: [string, ClockFacts[], string][] = [
    ['every clock kept', [kept, clock('done', DUE)], 'in-time'],
    ['the 30 days kept and the statutory term missed', [kept, clock('answered', AFTER, 'answer')], 'late'],
    ['the answer in time and a duty done late', [kept, clock('done', AFTER)], 'late'],
    ['the answer given and a duty running', [kept, running], 'undecided'],
    ['a clock missed and another running', [clock('answered', AFTER, 'response'), running], 'late'],
    ['refused in time', [kept, clock('refused', DUE)], 'in-time'],
    ['refused after the term of the duty', [kept, clock('refused', AFTER)], 'late'],
    ['withdrawn in time', [clock('withdrawn', BEFORE, 'response'), clock('withdrawn', BEFORE)], 'lapsed'],
    ['withdrawn when it was overdue', [clock('withdrawn', AFTER, 'response')], 'late'],
    ['a duty done, then withdrawn', [clock('withdrawn', BEFORE, 'response'), clock('done', BEFORE)], 'in-time'],
  ]
  it.each(cases)('%s', (_name, clocks, stands) => {
    expect(howCaseStands(clocks, DUE)).toBe(stands)
  })

  it('is late from the day after an open clock was due', () => {
    expect([DUE, AFTER].map((today) => howCaseStands([kept, running], today))).toEqual(['undecided', 'late'])
  })
})

it('leads with the earliest clock that runs, of one day the statutory before the headline', () => {
  const clocks = [clock(null, null, 'response'), clock(null, null, 'stop'), clock('done', BEFORE, 'block', BEFORE)]
  expect(nextClock(clocks)?.clock).toBe('stop')
  expect(nextClock(clocks.map((each) => ({ ...each, stoppedOn: DUE })))).toBeUndefined()
})

it('promises the answer by the earlier of the clocks that end with it', () => {
  const response = clock(null, null, 'response', '2026-12-31')
  expect(answerClock([response, clock(null, null, 'answer', '2026-12-15'), clock(null, null)])?.clock).toBe('answer')
  expect(answerClock([response, clock(null, null)])?.clock).toBe('response')
})

it('ends with the answer what is the answer, and nothing else', () => {
  expect(clockNames.filter((name) => !isDuty(name))).toEqual(['response', 'answer'])
})
