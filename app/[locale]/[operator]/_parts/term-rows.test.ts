import { describe, expect, it } from 'vitest'
import { requestKinds } from '@/db/enums'
import { operatorProfiles, termRulesOf } from '@/db/operators'
import type { TermRule } from '@/lib/operators/term-rules'
import { responseDays, termRows } from './term-rows'

const [profile] = operatorProfiles
if (!profile) throw new Error('No profile')

/** The rules of a profile as the database hands them out: in no order. */
const terms = termRulesOf(profile)
  .map(({ extension, ground, scope, requesterType, ...rule }, index): TermRule => ({
    ...rule,
    ...{ id: String(index), operatorId: '', version: 1, supersededAt: null, extensionAmount: extension },
    ...{ ground: ground ?? null, scope: scope ?? null, requesterType: requesterType ?? null },
  }))
  .toReversed()

const changed = (kind: TermRule['kind'], amount: number) =>
  terms.map((rule) => (rule.kind === kind && rule.clock === 'response' ? { ...rule, amount } : rule))

describe('responseDays', () => {
  it('is the longest answer among the kinds that are offered', () => {
    expect(responseDays(profile, terms)).toBe(30)
    expect(responseDays(profile, changed('access', 20))).toBe(30)
    expect(responseDays(profile, changed('access', 45))).toBe(45)
    const kinds = profile.kinds.filter(({ kind }) => kind === 'access')
    expect(responseDays({ ...profile, kinds }, changed('access', 20))).toBe(20)
  })
})

describe('termRows', () => {
  const kinds = requestKinds.flatMap((kind) => profile.kinds.filter((offered) => offered.kind === kind))
  const rows = termRows({ kinds, consentScopes: ['mailing'] }, terms)

  it('stand in the order of the kinds, each with what it is for; an authority has terms of its own', () => {
    expect(rows.map(({ kind, ground, scope, clock }) => [kind, ground ?? scope, clock])).toEqual([
      ['access', null, 'answer'],
      ['medical-copies', null, 'answer'],
      ['correction', null, 'correct'],
      ['deletion', 'unneeded', 'destroy'],
      ['deletion', 'unlawful', 'block'],
      ['deletion', 'unlawful', 'stop'],
      ['deletion', 'unlawful', 'destroy'],
      ['deletion', 'stop-processing', 'stop'],
      ['deletion', 'consent-withdrawn', 'stop'],
      ['deletion', 'consent-withdrawn', 'destroy'],
      ['blocking', null, 'block'],
      ['blocking', null, 'check'],
      ['consent-withdrawal', 'mailing', 'stop-mailings'],
      ['distribution-stop', null, 'stop-distribution'],
      ['automated-decision', null, 'answer'],
    ])
  })

  it('draw ten working days as two weeks', () => {
    expect(rows.map(({ amount, days }) => [amount, days])).toEqual([
      ...[
        [10, 14],
        [30, 30],
        [7, 10],
        [7, 10],
        [0, 0],
        [3, 4],
        [10, 14],
        [10, 14],
        [30, 30],
        [30, 30],
        [0, 0],
        [10, 14],
        [0, 0],
        [3, 4],
        [30, 30],
      ],
    ])
  })
})
