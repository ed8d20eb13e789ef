import { describe, expect, it } from 'vitest'
import { officialCalendar as calendar } from './official'
import { type Term, dayOfTerm, daysLeft, deriveDue, dueOn, extendTerm } from './terms'

const working = (amount: number): Term => ({ amount, unit: 'working-days' })
const plain = (amount: number): Term => ({ amount, unit: 'calendar-days' })
const sameDay: Term = { amount: 0, unit: 'same-day' }

describe('due dates', () => {
  it.each([
    ['2026-12-18', working(10), 'none', '2027-01-12'],
    ['2026-12-18', working(15), 'none', '2027-01-19'],
    ['2027-02-08', working(10), 'none', '2027-02-20'],
    ['2025-10-20', working(10), 'none', '2025-11-01'],
    ['2026-04-28', working(10), 'none', '2026-05-14'],
    ['2026-12-01', plain(30), 'none', '2026-12-31'],
    ['2026-12-01', plain(30), 'next-working-day', '2027-01-11'],
    // A working day, a working Saturday among them, does not roll.
    ['2027-01-21', plain(30), 'next-working-day', '2027-02-20'],
    ['2026-06-15', plain(30), 'next-working-day', '2026-07-15'],
    // Leap days count.
    ['2024-01-30', plain(30), 'none', '2024-02-29'],
    ['2025-01-30', plain(30), 'none', '2025-03-01'],
    ['2024-02-29', plain(30), 'none', '2024-03-30'],
    ['2028-02-28', working(1), 'none', '2028-02-29'],
    // Received on a day off: the count starts with the next working day.
    ['2027-01-02', working(7), 'none', '2027-01-19'],
    ['2027-01-02', sameDay, 'none', '2027-01-02'],
    ['2027-01-02', sameDay, 'next-working-day', '2027-01-02'],
  ] as const)('from %s, %o, roll %s: %s', (startedOn, term, rollForward, due) => {
    expect(dueOn(calendar, startedOn, term, rollForward)).toBe(due)
    expect(deriveDue(calendar, startedOn, term, rollForward).dueOn).toBe(due)
  })

  it('extends from the same start: 10 and 5 working days are 15', () => {
    const term = extendTerm(working(10), 5)
    expect(term).toEqual(working(15))
    expect(dueOn(calendar, '2026-12-18', term, 'none')).toBe('2027-01-19')
    expect(extendTerm(plain(30), 10)).toEqual(plain(40))
  })

  it.each([working(0), working(-1), working(1.5), plain(0), plain(Number.NaN)])('refuses %o as a term', (term) => {
    expect(() => dueOn(calendar, '2026-01-12', term, 'none')).toThrow(RangeError)
    expect(() => deriveDue(calendar, '2026-01-12', term, 'none')).toThrow(RangeError)
  })

  it('refuses an extension of nothing, or of a term of the same day', () => {
    expect(() => extendTerm(working(10), 0)).toThrow(RangeError)
    expect(() => extendTerm(working(10), 2.5)).toThrow(RangeError)
    expect(() => extendTerm(sameDay, 5)).toThrow(RangeError)
  })
})

describe('the derivation', () => {
  it('explains a working term day by day', () => {
    const { days, ...rest } = deriveDue(calendar, '2026-12-28', working(3), 'none')
    expect(rest).toEqual({
      startedOn: '2026-12-28',
      term: working(3),
      dueOn: '2027-01-11',
      nominalOn: '2027-01-11',
      safeOn: '2027-01-11',
      provisional: false,
      safeProvisional: false,
    })
    expect(days.map(({ date, number, kind, why }) => `${date.slice(5)} ${number ?? '-'} ${kind} ${why}`)).toEqual([
      '12-28 - working event',
      '12-29 1 working counted',
      '12-30 2 working counted',
      '12-31 - day-off day-off',
      '01-01 - holiday holiday',
      '01-02 - holiday holiday',
      '01-03 - holiday holiday',
      '01-04 - holiday holiday',
      '01-05 - holiday holiday',
      '01-06 - holiday holiday',
      '01-07 - holiday holiday',
      '01-08 - holiday holiday',
      '01-09 - weekend weekend',
      '01-10 - weekend weekend',
      '01-11 3 working counted',
    ])
  })

  it('counts every day of a calendar term, and shows the roll-forward', () => {
    const { days, nominalOn, safeOn } = deriveDue(calendar, '2027-02-16', plain(5), 'next-working-day')
    expect([nominalOn, safeOn]).toEqual(['2027-02-21', '2027-02-24'])
    expect(days.map(({ date, number, kind, why }) => `${date.slice(5)} ${number ?? '-'} ${kind} ${why}`)).toEqual([
      '02-16 - working event',
      '02-17 1 working counted',
      '02-18 2 working counted',
      '02-19 3 working counted',
      '02-20 4 working-weekend counted',
      '02-21 5 weekend counted',
      '02-22 - day-off rolled',
      '02-23 - holiday rolled',
      '02-24 - working rolled',
    ])
  })

  it('names the safe day, which is never before the event', () => {
    expect(deriveDue(calendar, '2026-12-01', plain(30), 'none').safeOn).toBe('2026-12-30')
    expect(deriveDue(calendar, '2027-01-21', plain(30), 'none').safeOn).toBe('2027-02-20')
    expect(deriveDue(calendar, '2027-01-01', plain(7), 'none').safeOn).toBe('2027-01-08')
    expect(deriveDue(calendar, '2027-01-02', sameDay, 'none').safeOn).toBe('2027-01-02')
  })

  it('lists the day of receipt alone for a term of the same day', () => {
    expect(deriveDue(calendar, '2027-02-20', sameDay, 'none').days).toEqual([
      { date: '2027-02-20', number: null, kind: 'working-weekend', why: 'event' },
    ])
  })

  it.each([
    ['2027-12-01', working(10), 'none', false, false],
    ['2027-12-24', working(10), 'none', true, true],
    // The count starts in the next year: the year of the event does not matter.
    ['2023-12-31', working(5), 'none', false, false],
    // Calendar days are certain in any year; the safe day is not, nor is the day they roll to.
    ['2027-12-15', plain(30), 'none', false, true],
    ['2027-12-15', plain(30), 'next-working-day', true, true],
    ['2027-12-01', plain(30), 'next-working-day', true, true],
    ['2027-12-01', plain(30), 'none', false, false],
    ['2028-06-01', sameDay, 'none', false, false],
  ] as const)('from %s, %o, roll %s: provisional %s, safe day %s', (startedOn, term, rollForward, due, safe) => {
    const derivation = deriveDue(calendar, startedOn, term, rollForward)
    expect([derivation.provisional, derivation.safeProvisional]).toEqual([due, safe])
  })
})

describe('progress', () => {
  it.each([
    ['2026-12-18', '2027-01-12', 'working-days', 10],
    ['2026-12-30', '2027-01-12', 'working-days', 2],
    ['2027-01-09', '2027-01-12', 'working-days', 2],
    ['2027-01-12', '2027-01-12', 'working-days', 0],
    ['2027-01-13', '2027-01-12', 'working-days', -1],
    ['2027-01-18', '2027-01-12', 'working-days', -4],
    // Due on Friday, overdue on Saturday, Sunday and Monday by one working day.
    ['2027-01-16', '2027-01-15', 'working-days', -1],
    ['2027-01-17', '2027-01-15', 'working-days', -1],
    ['2027-01-18', '2027-01-15', 'working-days', -1],
    // Due on a day off that became one later: not yet due the day before.
    ['2027-01-16', '2027-01-17', 'working-days', 1],
    ['2026-12-01', '2026-12-31', 'calendar-days', 30],
    ['2026-12-31', '2026-12-31', 'calendar-days', 0],
    ['2027-01-01', '2026-12-31', 'calendar-days', -1],
    ['2027-01-03', '2027-01-02', 'same-day', -1],
  ] as const)('on %s, due on %s, %s: %i left', (today, due, unit, left) =>
    expect(daysLeft(calendar, today, due, unit)).toBe(left),
  )

  it('tells the day of the term', () => {
    expect(dayOfTerm('2026-12-01', '2026-12-01', '2026-12-31')).toEqual({ day: 0, of: 30 })
    expect(dayOfTerm('2026-12-13', '2026-12-01', '2026-12-31')).toEqual({ day: 12, of: 30 })
    expect(dayOfTerm('2027-01-02', '2026-12-01', '2026-12-31')).toEqual({ day: 32, of: 30 })
    expect(dayOfTerm('2026-11-30', '2026-12-01', '2026-12-31')).toEqual({ day: 0, of: 30 })
    expect(dayOfTerm('2026-12-01', '2026-12-01', '2026-12-01')).toEqual({ day: 0, of: 0 })
  })
})
