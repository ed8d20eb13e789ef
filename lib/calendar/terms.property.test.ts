import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEpochDay, toEpochDay } from '@/lib/core/calendar-date'
import { officialCalendar as calendar } from './official'
import { oracleDueOn, oracleIsWorking } from './oracle.test-support'
import { type Term, daysLeft, deriveDue, dueOn } from './terms'

const startedOn = fc
  .integer({ min: toEpochDay('2024-01-01'), max: toEpochDay('2030-12-31') })
  .map((day) => fromEpochDay(day))

// The default terms with their extensions, and any other that an operator may set.
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.constantFrom<Term>(
    { amount: 30, unit: 'calendar-days' },
    { amount: 7, unit: 'working-days' },
    { amount: 10, unit: 'working-days' },
    { amount: 15, unit: 'working-days' },
    { amount: 0, unit: 'same-day' },
  ),
  fc.record({
    amount: fc.integer({ min: 1, max: 45 }),
    unit: fc.constantFrom<Term['unit']>('calendar-days', 'working-days'),
  }),
)
const rollForward = fc.constantFrom('none' as const, 'next-working-day' as const)

/** The first wrong answer in words; a thrown expectation in each of 100,000 cases would cost most of the time. */
function faultOf(from: string, given: Term, roll: 'none' | 'next-working-day'): string | undefined {
  const expected = oracleDueOn(from, given.amount, given.unit, given.unit === 'same-day' ? 'none' : roll)
  const due = dueOn(calendar, from, given, roll)
  if (due !== expected) return `due ${due}, not ${expected}`
  const derivation = deriveDue(calendar, from, given, roll)
  if (derivation.dueOn !== due) return 'the derivation is of another date'
  const nominal = roll === 'none' ? expected : oracleDueOn(from, given.amount, given.unit, 'none')
  if (derivation.nominalOn !== nominal) return `nominally ${derivation.nominalOn}, not ${nominal}`
  const counted = derivation.days.filter(({ why }) => why === 'counted')
  if (given.unit !== 'same-day' && counted.length !== given.amount) return `${counted.length} days counted`
  if (counted.some(({ number }, n) => number !== n + 1)) return 'the count skips'
  if (given.unit === 'working-days' && !counted.every(({ date }) => oracleIsWorking(date))) return 'counted a day off'
  const safe = derivation.days.findLast(({ date }) => oracleIsWorking(date))?.date ?? due
  if (derivation.safeOn !== safe) return `safe on ${derivation.safeOn}, not ${safe}`
  return undefined
}

describe('terms of 2024 to 2030', () => {
  it('end where the oracle ends them, in 100,000 cases', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(startedOn, term, rollForward, (from, given, roll) => {
        const fault = faultOf(from, given, roll)
        if (fault) throw new Error(fault)
      }),
      { numRuns: 100_000 },
    )
  })

  it('leave the whole term on the first day, and nothing but on the last', () => {
    fc.assert(
      fc.property(startedOn, term, (from, given) => {
        const due = dueOn(calendar, from, given, 'none')
        if (given.unit !== 'same-day') expect(daysLeft(calendar, from, due, given.unit)).toBe(given.amount)
        expect(daysLeft(calendar, due, due, given.unit)).toBe(0)
      }),
    )
  })

  it('never leave a day on or after the due date, or none before it', () => {
    fc.assert(
      fc.property(startedOn, startedOn, term, (today, due, { unit }) => {
        expect(Math.sign(daysLeft(calendar, today, due, unit))).toBe(Math.sign(toEpochDay(due) - toEpochDay(today)))
      }),
      { numRuns: 300 },
    )
  })
})
