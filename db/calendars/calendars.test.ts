import { describe, expect, it } from 'vitest'
import { calendarDays, officialCalendars } from './index'

const isoWeekday = (date: string) => new Date(`${date}T00:00Z`).getUTCDay() || 7
const STATUTORY = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'].concat([
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
])

it('holds the years 2024 to 2027', () => {
  expect(officialCalendars.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027])
})

describe.each(officialCalendars.map((data) => [data.year, data] as const))('%i', (year, data) => {
  const holidays = data.holidays.map(({ date }) => date)

  it('names every statutory holiday', () => {
    expect(holidays).toEqual(STATUTORY.map((day) => `${year}-${day}`))
  })

  it('moves weekend days to days that would be worked', () => {
    for (const { from, to } of data.moved) {
      expect(isoWeekday(from), from).toBeGreaterThan(5)
      expect(isoWeekday(to), to).toBeLessThan(6)
      expect(holidays).not.toContain(to)
    }
  })

  it('works on exactly those moved weekend days that are no holiday', () => {
    const given = data.moved.map(({ from }) => from).filter((from) => !holidays.includes(from))
    expect([...data.workingSaturdays].sort()).toEqual(given.sort())
  })

  it('gives back every holiday on a weekend, but for January where a decree gives two', () => {
    const onWeekend = holidays.filter((date) => isoWeekday(date) > 5)
    const moved = data.moved.map(({ from }) => from)
    expect(onWeekend.every((date) => moved.includes(date))).toBe(true)
  })

  it('names its decree in its source, issued the year before', () => {
    expect(data.decree.date.slice(0, 4)).toBe(String(year - 1))
    expect(data.source).toContain(`от ${data.decree.date.split('-').reverse().join('.')} № ${data.decree.number}`)
  })

  it('has its number of working days', () => {
    const exceptions = new Map(calendarDays(data).map(({ date, kind }) => [date, kind]))
    expect(exceptions.size).toBe(calendarDays(data).length)
    let working = 0
    for (
      let day = new Date(`${year}-01-01T00:00Z`);
      day.getUTCFullYear() === year;
      day.setUTCDate(day.getUTCDate() + 1)
    ) {
      const date = day.toISOString().slice(0, 10)
      const kind = exceptions.get(date)
      if (kind === 'working' || (!kind && isoWeekday(date) < 6)) working += 1
    }
    expect(working).toBe(year === 2024 ? 248 : 247)
  })
})
