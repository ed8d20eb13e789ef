import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, fromEpochDay, toEpochDay } from '@/lib/core/calendar-date'
import { type ProductionCalendar, calendarFromDays, daysOfYear, isOfficialYear } from './model'
import { officialCalendar as calendar } from './official'
import { oracleIsWorking } from './oracle.test-support'
import { statutoryDays } from './statutory'
import {
  addWorkingDays,
  dayKind,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
  workingDaysOfYear,
} from './working-days'

const someDate = fc
  .integer({ min: toEpochDay('2024-01-01'), max: toEpochDay('2030-12-31') })
  .map((day) => fromEpochDay(day))

describe('the official calendar', () => {
  it.each([
    [2024, 248],
    [2025, 247],
    [2026, 247],
    [2027, 247],
  ])('%i has %i working days', (year, days) => expect(workingDaysOfYear(calendar, year)).toBe(days))

  it.each([
    ['2026-12-30', 'working'],
    ['2026-12-31', 'day-off'],
    ['2027-01-01', 'holiday'],
    ['2027-01-02', 'holiday'],
    ['2027-01-09', 'weekend'],
    ['2027-01-11', 'working'],
    ['2027-02-20', 'working-weekend'],
    ['2027-02-21', 'weekend'],
    ['2027-02-22', 'day-off'],
    ['2027-02-23', 'holiday'],
    ['2024-02-29', 'working'],
    ['2028-11-04', 'holiday'],
    ['2028-11-06', 'day-off'],
    ['2028-02-29', 'working'],
  ])('%s is %s', (date, kind) => expect(dayKind(calendar, date)).toBe(kind))

  it('agrees with the oracle on every day from 2024 to April 2031', () => {
    for (let date = '2024-01-01'; date < '2031-05-01'; date = addDays(date, 1)) {
      expect(isWorkingDay(calendar, date), date).toBe(oracleIsWorking(date))
    }
  })
})

describe('steps', () => {
  it('looks past holidays and weekends both ways', () => {
    expect(nextWorkingDay(calendar, '2026-12-30')).toBe('2027-01-11')
    expect(previousWorkingDay(calendar, '2027-01-11')).toBe('2026-12-30')
    expect(nextWorkingDay(calendar, '2027-02-19')).toBe('2027-02-20')
    expect(addWorkingDays(calendar, '2027-01-03', 0)).toBe('2027-01-03')
    expect(addWorkingDays(calendar, '2027-01-19', -15)).toBe('2026-12-18')
  })

  it('counts between dates with a sign, the first date left out', () => {
    expect(workingDaysBetween(calendar, '2026-12-18', '2027-01-12')).toBe(10)
    expect(workingDaysBetween(calendar, '2027-01-12', '2026-12-18')).toBe(-10)
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-10')).toBe(0)
    expect(workingDaysBetween(calendar, '2027-01-10', '2026-12-30')).toBe(0)
  })

  it('refuses half a day, and years past any calendar', () => {
    expect(() => addWorkingDays(calendar, '2026-01-01', 1.5)).toThrow(RangeError)
    expect(() => addWorkingDays(calendar, '2026-01-01', Number.NaN)).toThrow(RangeError)
    expect(() => nextWorkingDay(calendar, '9999-12-31')).toThrow(RangeError)
  })

  it('steps back where it came from, and counts what it stepped', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const end = addWorkingDays(calendar, date, n)
        expect(isWorkingDay(calendar, end)).toBe(true)
        expect(workingDaysBetween(calendar, date, end)).toBe(n)
        const start = isWorkingDay(calendar, date) ? date : previousWorkingDay(calendar, date)
        expect(addWorkingDays(calendar, end, -n)).toBe(start)
      }),
    )
  })
})

describe('a year that is not loaded', () => {
  const days = (year: number) =>
    statutoryDays(year)
      .filter(({ kind }) => kind === 'day-off')
      .map(({ date }) => date)

  it.each([
    [2023, ['2023-11-06']],
    [2026, ['2026-03-09', '2026-05-11']],
    [2027, ['2027-05-03', '2027-05-10', '2027-06-14']],
    [2028, ['2028-11-06']],
    [2030, ['2030-02-25']],
    [2031, ['2031-02-24', '2031-03-10']],
    [2032, ['2032-05-03', '2032-05-10', '2032-06-14']],
  ])('%i moves the holidays on weekends, but for January', (year, moved) => expect(days(year)).toEqual(moved))

  it('names 14 holidays in order, a moved day off after its own', () => {
    const list = statutoryDays(2028).map(({ date }) => date)
    expect(list).toEqual([...list].sort())
    expect(list).toHaveLength(15)
  })

  it('is counted by the statutory rule, and is not official', () => {
    const empty: ProductionCalendar = { years: {} }
    expect(dayKind(empty, '2027-02-20')).toBe('weekend')
    expect(dayKind(empty, '2027-02-22')).toBe('working')
    expect(isOfficialYear(empty, 2027)).toBe(false)
    expect(isOfficialYear(calendar, 2027)).toBe(true)
    expect(isOfficialYear(calendar, 2028)).toBe(false)
  })
})

describe('calendarFromDays', () => {
  const heads = [{ year: 2028, status: 'provisional', source: 'Проект' }] as const

  it('takes a loaded year at its word: only its rows differ from the plain week', () => {
    const loaded = calendarFromDays(heads, [
      { date: '2028-01-03', kind: 'day-off', note: '' },
      { date: '2028-01-08', kind: 'working', note: '' },
      { date: '2028-01-11', kind: 'working', note: '' },
    ])
    expect(dayKind(loaded, '2028-01-03')).toBe('day-off')
    expect(dayKind(loaded, '2028-01-04')).toBe('working')
    expect(dayKind(loaded, '2028-01-08')).toBe('working-weekend')
    expect(dayKind(loaded, '2028-01-11')).toBe('working')
    expect(isOfficialYear(loaded, 2028)).toBe(false)
  })

  it('survives JSON, and gives its rows back', () => {
    const copy = JSON.parse(JSON.stringify(calendar)) as ProductionCalendar
    expect(copy).toEqual(calendar)
    expect(workingDaysOfYear(copy, 2027)).toBe(247)
    const rows = daysOfYear(copy, 2026)
    expect(
      calendarFromDays([{ year: 2026, status: 'official', source: '' }], rows.toReversed()).years[2026]?.exceptions,
    ).toEqual(calendar.years[2026]?.exceptions)
    expect(daysOfYear(copy, 2028)).toEqual([])
  })

  it('refuses a day twice, of no loaded year, or that does not exist', () => {
    const day = { date: '2028-01-03', kind: 'day-off', note: '' } as const
    expect(() => calendarFromDays(heads, [day, day])).toThrow('2028-01-03 is in the calendar twice')
    expect(() => calendarFromDays(heads, [{ ...day, date: '2029-01-03' }])).toThrow('not loaded')
    expect(() => calendarFromDays(heads, [{ ...day, date: '2028-02-30' }])).toThrow(RangeError)
  })
})
