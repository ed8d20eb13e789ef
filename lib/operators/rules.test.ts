import { describe, expect, it } from 'vitest'
import { defaultTermRules } from '@/db/operators/default-rules'
import { boundsOf } from './law-terms'
import { decideTermChange } from './rules'
import { termChangeSchema } from './schemas'

const legalBasis = { ru: '152-ФЗ, ст. 20, ч. 1', en: '152-FZ art. 20(1)' }

const rule = {
  clock: 'answer',
  unit: 'working-days',
  amount: 10,
  extensionAmount: 5,
  countedFrom: 'receipt',
  rollForward: 'none',
  legalBasis,
  supersededAt: null,
} as const
const { clock: _clock, supersededAt: _at, ...asItIs } = rule

const bounds = { amount: 10, extensionAmount: 5, startEvents: ['receipt', 'proof'] } as const

const sameDay = { ...rule, clock: 'block', unit: 'same-day', amount: 0, extensionAmount: null } as const

describe('decideTermChange', () => {
  it.each([
    [{ amount: 7 }, ['amount']],
    [{ extensionAmount: undefined }, ['extensionAmount']],
    [{ countedFrom: 'proof' }, ['countedFrom']],
    [{ rollForward: 'next-working-day' }, ['rollForward']],
    [{ legalBasis: { ...legalBasis, en: 'A rule of the clinic' } }, ['legalBasis']],
    [{ amount: 7, countedFrom: 'proof' }, ['amount', 'countedFrom']],
  ] as const)('takes %j', (change, changed) => {
    const { unit: _unit, ...terms } = { ...asItIs, ...change }
    expect(decideTermChange(rule, bounds, { ...asItIs, ...change })).toEqual({
      ok: true,
      terms: { ...terms, extensionAmount: terms.extensionAmount ?? null },
      changed,
    })
  })

  it('makes no version of what differs in nothing', () => {
    expect(decideTermChange(rule, bounds, { ...asItIs, legalBasis: { ...legalBasis } })).toEqual({
      ok: false,
      reason: 'unchanged',
    })
  })

  it('leaves a rule alone that somebody else has changed', () => {
    const changed = { ...rule, supersededAt: new Date('2026-12-01T09:00:00Z') }
    expect(decideTermChange(changed, bounds, { ...asItIs, amount: 7 })).toEqual({ ok: false, reason: 'superseded' })
  })

  it('keeps the unit of a rule', () => {
    expect(decideTermChange(rule, bounds, { ...asItIs, unit: 'calendar-days' })).toEqual({ ok: false, reason: 'fixed' })
    expect(decideTermChange(sameDay, { ...bounds, amount: 0 }, { ...asItIs, amount: 1 })).toEqual({
      ok: false,
      reason: 'fixed',
    })
  })

  it('counts the answer to a request from its receipt alone', () => {
    const of = { kind: 'access', ground: null, scope: null, requesterType: null } as const
    const response = { ...rule, ...of, clock: 'response', unit: 'calendar-days', amount: 30 } as const
    for (const countedFrom of ['proof', 'decision'] as const)
      expect(decideTermChange(response, boundsOf(response), { ...asItIs, unit: 'calendar-days', countedFrom })).toEqual(
        { ok: false, reason: 'fixed' },
      )
    expect(
      decideTermChange(response, boundsOf(response), {
        ...asItIs,
        unit: 'calendar-days',
        amount: 20,
        extensionAmount: undefined,
      }),
    ).toMatchObject({ ok: true })
  })

  it.each([{ amount: 11 }, { extensionAmount: 6 }])('goes no further than the law: %j', (change) => {
    expect(decideTermChange(rule, bounds, { ...asItIs, ...change })).toEqual({ ok: false, reason: 'beyond-law' })
  })

  it('begins with nothing but the receipt, or what the law begins with', () => {
    for (const countedFrom of ['decision', 'correction', 'detection'] as const)
      expect(decideTermChange(rule, bounds, { ...asItIs, countedFrom })).toEqual({ ok: false, reason: 'fixed' })
  })

  it.each(
    defaultTermRules.map((law) => [`${law.kind} ${law.clock} ${law.ground ?? ''} ${law.requesterType ?? ''}`, law]),
  )(
    'no rule of the law is exceeded: %s',
    (_name, { ground = null, scope = null, requesterType = null, extension, ...law }) => {
      const own = { ...law, ground, scope, requesterType, extensionAmount: extension, supersededAt: null }
      const limits = boundsOf(own)
      const same = { ...own, extensionAmount: extension ?? undefined }
      const decide = (change: object) => decideTermChange(own, limits, { ...same, ...change })
      expect(decide({})).toEqual({ ok: false, reason: 'unchanged' })
      if (law.unit !== 'same-day')
        expect(decide({ amount: law.amount + 1 })).toEqual({ ok: false, reason: 'beyond-law' })
      expect(decide({ extensionAmount: (extension ?? 0) + 1 })).toEqual({ ok: false, reason: 'beyond-law' })
    },
  )

  it('may count a same-day duty from another event', () => {
    const { clock: _name, supersededAt: _when, extensionAmount: _none, ...wanted } = sameDay
    expect(decideTermChange(sameDay, { ...bounds, amount: 0 }, { ...wanted, countedFrom: 'proof' })).toMatchObject({
      ok: true,
      changed: ['countedFrom'],
    })
  })
})

const form = {
  ruleId: '6f6bcb4e-3a37-4b43-8d0e-0d6b1a6b1d55',
  unit: 'working-days',
  amount: ' 7 ',
  extensionAmount: '5',
  countedFrom: 'receipt',
  rollForward: 'none',
  legalBasis,
}

describe('termChangeSchema', () => {
  const faultsOf = (changes: Record<string, unknown>) =>
    termChangeSchema
      .safeParse({ ...form, ...changes })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])

  it('reads what a form sends', () => {
    expect(termChangeSchema.parse(form)).toEqual({ ...form, amount: 7, extensionAmount: 5 })
    const { extensionAmount: _none, ...unextended } = form
    expect(termChangeSchema.parse({ ...unextended, unit: 'same-day', amount: '0' })).toMatchObject({ amount: 0 })
  })

  it.each([
    [{ amount: '1' }],
    [{ amount: '365' }],
    [{ extensionAmount: '365' }],
    [{ legalBasis: { ru: 'ы'.repeat(300), en: 'x' } }],
  ])('takes %j', (changes) => expect(faultsOf(changes)).toBeUndefined())

  it.each([
    [{ amount: undefined }, [['amount', 'required']]],
    [{ amount: '0' }, [['amount', 'badAmount']]],
    [{ amount: '366' }, [['amount', 'badAmount']]],
    [{ amount: '-1' }, [['amount', 'badAmount']]],
    [{ amount: '1.5' }, [['amount', 'badAmount']]],
    [{ extensionAmount: '0' }, [['extensionAmount', 'badAmount']]],
    [{ extensionAmount: '366' }, [['extensionAmount', 'badAmount']]],
    [
      { unit: 'same-day' },
      [
        ['amount', 'badAmount'],
        ['extensionAmount', 'badAmount'],
      ],
    ],
    [{ unit: 'same-day', amount: '0' }, [['extensionAmount', 'badAmount']]],
    [{ countedFrom: 'birth' }, [['countedFrom', 'required']]],
    [{ rollForward: undefined }, [['rollForward', 'required']]],
    [{ legalBasis: { ru: ' ', en: 'x' } }, [['legalBasis.ru', 'required']]],
    [{ legalBasis: { ru: 'ы', en: 'x'.repeat(301) } }, [['legalBasis.en', 'tooLong 300']]],
    [{ legalBasis: { ru: '\u0000\u200B', en: 'x\ny' } }, [['legalBasis.ru', 'required']]],
    [
      { legalBasis: undefined },
      [
        ['legalBasis.ru', 'required'],
        ['legalBasis.en', 'required'],
      ],
    ],
  ])('refuses %j', (changes, faults) => expect(faultsOf(changes)).toEqual(faults))
})
