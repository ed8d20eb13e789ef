import { describe, expect, it } from 'vitest'
import { clockNames } from '@/db/enums'
import { decideFulfilment, decideOpen, decideTake, isDuty } from './rules'

describe('taking', () => {
  it('is for an open request that nobody holds', () => {
    expect(decideTake({ state: 'registered', assigneeId: null }, 'me')).toEqual({ ok: true })
    expect(decideTake({ state: 'in-progress', assigneeId: 'me' }, 'me')).toEqual({ ok: false, reason: 'already-yours' })
    expect(decideTake({ state: 'in-progress', assigneeId: 'you' }, 'me')).toEqual({
      ok: false,
      reason: 'taken-by-another',
    })
    expect(decideTake({ state: 'answered', assigneeId: null }, 'me')).toEqual({ ok: false, reason: 'closed' })
  })
})

describe('a duty done', () => {
  const open = { state: 'in-progress' } as const

  it('stops its own clock, once, while the request is open', () => {
    expect(decideFulfilment(open, { clock: 'block', stoppedOn: null })).toEqual({ ok: true })
    expect(decideFulfilment(open, { clock: 'block', stoppedOn: '2026-11-20' })).toEqual({
      ok: false,
      reason: 'clock-stopped',
    })
    expect(decideFulfilment({ state: 'answered' }, { clock: 'block', stoppedOn: null })).toEqual({
      ok: false,
      reason: 'closed',
    })
  })

  it('is never the answer itself', () => {
    expect(clockNames.filter((clock) => !isDuty(clock))).toEqual(['response', 'answer'])
    expect(decideFulfilment(open, { clock: 'response', stoppedOn: null })).toEqual({
      ok: false,
      reason: 'ends-with-answer',
    })
  })
})

it('leaves a closed request alone', () => {
  expect(decideOpen({ state: 'withdrawn' })).toEqual({ ok: false, reason: 'closed' })
})
