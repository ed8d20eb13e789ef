import { describe, expect, it } from 'vitest'
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

const sameDay = { ...rule, clock: 'block', unit: 'same-day', amount: 0, extensionAmount: null } as const

describe('decideTermChange', () => {
  it.each([
    [{ amount: 7 }, ['amount']],
    [{ extensionAmount: undefined }, ['extensionAmount']],
    [{ countedFrom: 'proof' }, ['countedFrom']],
    [{ rollForward: 'next-working-day' }, ['rollForward']],
    [{ legalBasis: { ...legalBasis, en: 'A rule of the clinic' } }, ['legalBasis']],
    [{ amount: 7, countedFrom: 'decision' }, ['amount', 'countedFrom']],
  ] as const)('takes %j', (change, changed) => {
    const { unit: _unit, ...terms } = { ...asItIs, ...change }
    expect(decideTermChange(rule, { ...asItIs, ...change })).toEqual({
      ok: true,
      terms: { ...terms, extensionAmount: terms.extensionAmount ?? null },
      changed,
    })
  })

  it('makes no version of what differs in nothing', () => {
    expect(decideTermChange(rule, { ...asItIs, legalBasis: { ...legalBasis } })).toEqual({
      ok: false,
      reason: 'unchanged',
    })
  })

  it('leaves a rule alone that somebody else has changed', () => {
    const changed = { ...rule, supersededAt: new Date('2026-12-01T09:00:00Z') }
    expect(decideTermChange(changed, { ...asItIs, amount: 7 })).toEqual({ ok: false, reason: 'superseded' })
  })

  it('keeps the unit of a rule', () => {
    expect(decideTermChange(rule, { ...asItIs, unit: 'calendar-days' })).toEqual({ ok: false, reason: 'fixed' })
    expect(decideTermChange(sameDay, { ...asItIs, amount: 1 })).toEqual({ ok: false, reason: 'fixed' })
  })

  it('counts the answer to a request from its receipt alone', () => {
    const response = { ...rule, clock: 'response' } as const
    for (const countedFrom of ['proof', 'decision'] as const)
      expect(decideTermChange(response, { ...asItIs, countedFrom })).toEqual({ ok: false, reason: 'fixed' })
    expect(decideTermChange(response, { ...asItIs, amount: 20 })).toMatchObject({ ok: true, changed: ['amount'] })
  })

  it('may count a same-day duty from another event', () => {
    const { clock: _name, supersededAt: _when, extensionAmount: _none, ...wanted } = sameDay
    expect(decideTermChange(sameDay, { ...wanted, countedFrom: 'proof' })).toMatchObject({
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
