import { describe, expect, it } from 'vitest'
import { changedDates, parseCalendarFile, withDay } from './draft'
import type { CalendarDay } from './model'
import { officialCalendar } from './official'
import { daysOfYear } from './model'
import { viewYear } from './year-view'

const days: CalendarDay[] = [
  { date: '2026-01-01', kind: 'holiday', note: 'Новый год' },
  { date: '2026-05-11', kind: 'day-off', note: '' },
]

describe('withDay', () => {
  it('sets a day in its place', () => {
    const edited = withDay(days, { date: '2026-02-23', kind: 'holiday', note: 'День' })
    expect(edited.map(({ date }) => date)).toEqual(['2026-01-01', '2026-02-23', '2026-05-11'])
  })

  it('changes a day, or leaves it to the week', () => {
    expect(withDay(days, { date: '2026-05-11', kind: 'working', note: 'x' })[1]).toEqual({
      date: '2026-05-11',
      kind: 'working',
      note: 'x',
    })
    expect(withDay(days, { date: '2026-05-11', kind: 'plain', note: 'x' })).toEqual([days[0]])
  })
})

describe('changedDates', () => {
  it('names what came, went and changed', () => {
    const after = withDay(withDay(days, { date: '2026-05-11', kind: 'plain', note: '' }), {
      date: '2026-01-01',
      kind: 'holiday',
      note: 'New Year',
    })
    expect(changedDates(days, [...after, { date: '2026-02-23', kind: 'holiday', note: '' }])).toEqual([
      '2026-01-01',
      '2026-02-23',
      '2026-05-11',
    ])
    expect(changedDates(days, days)).toEqual([])
  })
})

describe('parseCalendarFile', () => {
  it('tells the formats apart by their first line', () => {
    expect(parseCalendarFile('date;kind;note\r\n2026-01-01;holiday;Новый год\r\n', 2026)).toMatchObject({ ok: true })
    expect(parseCalendarFile('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 2026)).toEqual({
      ok: false,
      reason: 'unreadable',
      errors: [{ line: 1, fault: 'empty' }],
    })
  })
})

describe('viewYear', () => {
  it.each([
    [2024, 366, 248],
    [2025, 365, 247],
    [2026, 365, 247],
    [2027, 365, 247],
  ])('draws %i', (year, length, working) => {
    const view = viewYear({ year, status: 'official', source: 'x' }, daysOfYear(officialCalendar, year))
    expect(view.kinds).toHaveLength(length)
    expect(view.workingDays).toBe(working)
    expect(view.monthly.reduce((sum, n) => sum + n, 0)).toBe(working)
    expect(view.monthly).toHaveLength(12)
  })

  it('knows each kind of day', () => {
    const { kinds, notes } = viewYear(
      { year: 2027, status: 'official', source: 'x' },
      daysOfYear(officialCalendar, 2027),
    )
    expect(kinds.slice(0, 11)).toEqual([...Array.from({ length: 8 }, () => 'holiday'), 'weekend', 'weekend', 'working'])
    expect(kinds[31 + 19]).toBe('working-weekend')
    expect(kinds[31 + 21]).toBe('day-off')
    expect(notes['2027-01-07']).toBe('Рождество Христово')
  })
})
