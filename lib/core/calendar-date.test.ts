import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareDates,
  daysBetween,
  fromEpochDay,
  isCalendarDate,
  parseCalendarDate,
  toEpochDay,
  weekday,
  yearOf,
} from './calendar-date'

describe('what is a date', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0100-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isCalendarDate(text)).toBe(true)
    expect(parseCalendarDate(text)).toBe(text)
  })

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '0099-01-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '01.02.2026',
    '',
  ])('%j is none', (text) => {
    expect(isCalendarDate(text)).toBe(false)
    expect(() => parseCalendarDate(text)).toThrow(RangeError)
  })

  it.each([undefined, null, 20_260_101, {}])('%j is none', (value) => expect(isCalendarDate(value)).toBe(false))
})

describe('arithmetic', () => {
  it('steps over leap days and the end of a year', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addDays('2024-02-29', 366)).toBe('2025-03-01')
  })

  it('counts days between two dates with a sign', () => {
    expect(daysBetween('2026-12-01', '2026-12-31')).toBe(30)
    expect(daysBetween('2026-12-31', '2026-12-01')).toBe(-30)
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  })

  it('knows years and weekdays, before 1970 too', () => {
    expect(yearOf('2026-12-31')).toBe(2026)
    expect(weekday('1970-01-01')).toBe(4)
    expect(weekday('1969-12-28')).toBe(7)
    expect(weekday('2026-06-15')).toBe(1)
  })

  it('refuses to leave the years it can write', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0100-01-01', -1)).toThrow(RangeError)
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError)
  })

  it('sorts', () => {
    expect(['2026-02-01', '2025-12-31', '2026-01-31'].sort(compareDates)).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-01',
    ])
    expect(compareDates('2026-01-01', '2026-01-01')).toBe(0)
  })

  it('agrees with itself over four centuries', () => {
    const day = fc.integer({ min: toEpochDay('1800-01-01'), max: toEpochDay('2199-12-31') })
    fc.assert(
      fc.property(day, fc.integer({ min: -9999, max: 9999 }), (from, step) => {
        const date = fromEpochDay(from)
        const later = addDays(date, step)
        expect(toEpochDay(date)).toBe(from)
        expect(daysBetween(date, later)).toBe(step)
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(step))
        expect((weekday(later) - weekday(date) - step) % 7 === 0).toBe(true)
      }),
    )
  })
})
