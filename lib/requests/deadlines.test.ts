import { describe, expect, it } from 'vitest'
import { operatorProfiles, termRulesOf } from '@/db/operators'
import { officialCalendar } from '@/lib/calendar/official'
import type { TermRule } from '@/lib/operators/term-rules'
import { decideExtension, decideRestart, type Filed, openClocks, opensWithCorrection, termOf } from './deadlines'

/** The rules of a clinic as the database would hold them. */
function rulesOf(slug: string): TermRule[] {
  const profile = operatorProfiles.find((each) => each.slug === slug)
  if (!profile) throw new Error(`No profile ${slug}`)
  return termRulesOf(profile).map(({ ground, scope, requesterType, extension, ...rule }, index) => ({
    ...rule,
    id: String(index),
    operatorId: slug,
    version: 1,
    ground: ground ?? null,
    scope: scope ?? null,
    requesterType: requesterType ?? null,
    extensionAmount: extension,
    supersededAt: null,
  }))
}

const opened = (slug: string, filed: Filed, receivedOn: string) =>
  openClocks(rulesOf(slug), filed, receivedOn, officialCalendar).map(({ rule, dueOn }) => [rule.clock, dueOn])

const bySubject = { requesterType: 'subject' } as const

describe('the clocks of a new request', () => {
  it.each<[string, Filed, [string, string][]]>([
    [
      'access',
      { kind: 'access', ...bySubject },
      [
        ['answer', '2026-12-15'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'copies of medical documents',
      { kind: 'medical-copies', ...bySubject },
      [
        ['answer', '2026-12-31'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'correction',
      { kind: 'correction', ...bySubject },
      [
        ['correct', '2026-12-10'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'deletion of what is processed unlawfully',
      { kind: 'deletion', ground: 'unlawful', ...bySubject },
      [
        ['block', '2026-12-01'],
        ['stop', '2026-12-04'],
        ['destroy', '2026-12-15'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'deletion of what is not needed',
      { kind: 'deletion', ground: 'unneeded', ...bySubject },
      [
        ['destroy', '2026-12-10'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'deletion after consent is withdrawn',
      { kind: 'deletion', ground: 'consent-withdrawn', ...bySubject },
      [
        ['stop', '2026-12-31'],
        ['destroy', '2026-12-31'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'a demand to stop processing',
      { kind: 'deletion', ground: 'stop-processing', ...bySubject },
      [
        ['stop', '2026-12-15'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'blocking',
      { kind: 'blocking', ...bySubject },
      [
        ['block', '2026-12-01'],
        ['check', '2026-12-15'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'a demand to stop distribution',
      { kind: 'distribution-stop', ...bySubject },
      [
        ['stop-distribution', '2026-12-04'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'an objection to a decision made by machine alone',
      { kind: 'automated-decision', ...bySubject },
      [
        ['answer', '2026-12-31'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'a claim about money',
      { kind: 'claim', ground: 'money', ...bySubject },
      [
        ['answer', '2026-12-11'],
        ['response', '2026-12-31'],
      ],
    ],
    ['another claim', { kind: 'claim', ground: 'other-matter', ...bySubject }, [['response', '2026-12-31']]],
    [
      'an authority with a claim about money, who asks outweighs what about',
      { kind: 'claim', ground: 'money', requesterType: 'authority' },
      [
        ['answer', '2026-12-15'],
        ['response', '2026-12-31'],
      ],
    ],
    [
      'an authority asking for access',
      { kind: 'access', requesterType: 'authority' },
      [
        ['answer', '2026-12-15'],
        ['response', '2026-12-31'],
      ],
    ],
  ])('of %s, received on 1 December 2026', (_name, filed, clocks) => {
    for (const { slug } of operatorProfiles) expect(opened(slug, filed, '2026-12-01')).toEqual(clocks)
  })

  it('of a withdrawal of mailings stop them the same day', () => {
    const filed: Filed = { kind: 'consent-withdrawal', scope: 'mailing', ...bySubject }
    expect(opened('imed', filed, '2026-12-01')).toEqual([
      ['stop-mailings', '2026-12-01'],
      ['response', '2026-12-31'],
    ])
  })
})

describe('the three working days to stop distribution', () => {
  it.each([
    ['2026-12-18', '2026-12-23', 'over a weekend'],
    ['2027-02-17', '2027-02-20', 'to a working Saturday'],
    ['2025-10-29', '2025-11-01', 'to a working Saturday'],
    ['2026-04-28', '2026-05-04', 'over a holiday'],
    ['2026-12-29', '2027-01-12', 'over the New Year holidays'],
  ])('received on %s, due on %s: %s', (receivedOn, due) => {
    const filed: Filed = { kind: 'distribution-stop', ...bySubject }
    expect(opened('imed', filed, receivedOn)[0]).toEqual(['stop-distribution', due])
  })
})

it('opens the lifting of the block with the correction, on its day', () => {
  const rules = rulesOf('imed')
  const filed: Filed = { kind: 'correction', ...bySubject }
  const opening = opensWithCorrection(rules, filed, '2026-12-07')
  expect(opening.map(({ rule, startedOn, dueOn }) => [rule.clock, startedOn, dueOn])).toEqual([
    ['lift', '2026-12-07', '2026-12-07'],
  ])
  expect(opensWithCorrection(rules, { kind: 'access', ...bySubject }, '2026-12-07')).toEqual([])
})

describe('an extension', () => {
  const clock = {
    amount: 10,
    unit: 'working-days',
    extensionAmount: 5,
    extendedAt: null,
    stoppedOn: null,
    startedOn: '2026-12-18',
    dueOn: '2027-01-12',
    rollForward: 'none',
  } as const

  it('adds five working days to the ten, from the same start (152-FZ 20(1))', () => {
    expect(decideExtension(clock, '2026-12-21', officialCalendar)).toEqual({ ok: true, dueOn: '2027-01-19' })
  })

  it('comes once, in time, and only where the law knows one', () => {
    const reason = (change: object, today = '2026-12-21') => {
      const decision = decideExtension({ ...clock, ...change }, today, officialCalendar)
      return decision.ok ? 'ok' : decision.reason
    }
    expect(reason({ extensionAmount: null })).toBe('not-extendable')
    expect(reason({ extendedAt: new Date('2026-12-20T10:00:00Z') })).toBe('already-extended')
    expect(reason({ stoppedOn: '2026-12-20' })).toBe('clock-stopped')
    expect(reason({}, '2027-01-12')).toBe('ok')
    expect(reason({}, '2027-01-13')).toBe('overdue')
  })

  it('is part of the term from then on', () => {
    expect(termOf(clock).amount).toBe(10)
    expect(termOf({ ...clock, extendedAt: new Date('2026-12-20T10:00:00Z') }).amount).toBe(15)
  })
})

describe('a clock counted from its proof', () => {
  const clock = {
    id: 'correct',
    countedFrom: 'proof',
    amount: 7,
    unit: 'working-days',
    extensionAmount: null,
    extendedAt: null,
    stoppedOn: null,
    dueOn: '2026-12-29',
    rollForward: 'none',
  } as const
  const received = { receivedOn: '2026-12-18', today: '2026-12-28' }
  const restart = (change: object, event: 'proof' | 'decision' = 'proof', on = '2026-12-25') =>
    decideRestart([{ ...clock, ...change }], { event, on }, received, officialCalendar)

  it('begins anew on the day of the proof, its holidays skipped (152-FZ 21(2))', () => {
    expect(restart({})).toEqual({
      ok: true,
      clocks: [{ id: 'correct', from: '2026-12-29', startedOn: '2026-12-25', dueOn: '2027-01-14' }],
    })
  })

  it('keeps its extension', () => {
    const extended = { extensionAmount: 5, extendedAt: new Date('2026-12-24T10:00:00Z') }
    expect(restart(extended)).toMatchObject({ clocks: [{ dueOn: '2027-01-21' }] })
  })

  it('neither begins before the receipt nor in the future, nor after it has stopped, nor with another event', () => {
    const reason = (...args: Parameters<typeof restart>) => {
      const decision = restart(...args)
      return decision.ok ? 'ok' : decision.reason
    }
    expect(reason({}, 'proof', '2026-12-17')).toBe('date-out-of-range')
    expect(reason({}, 'proof', '2026-12-18')).toBe('ok')
    expect(reason({}, 'proof', '2026-12-28')).toBe('ok')
    expect(reason({}, 'proof', '2026-12-29')).toBe('date-out-of-range')
    expect(reason({ stoppedOn: '2026-12-20' })).toBe('no-such-clock')
    expect(reason({}, 'decision')).toBe('no-such-clock')
  })
})
