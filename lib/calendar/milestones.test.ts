import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, fromEpochDay, toEpochDay } from '@/lib/core/calendar-date'
import {
  type MilestoneClock,
  type MilestoneSettings,
  defaultMilestones as settings,
  latestMilestone,
  milestonesDue,
  nextMilestones,
} from './milestones'
import { officialCalendar as calendar } from './official'
import { oracleIsWorking } from './oracle.test-support'
import { dueOn } from './terms'

const response: MilestoneClock = { startedOn: '2026-12-01', dueOn: '2026-12-31', unit: 'calendar-days' }
const answer: MilestoneClock = { startedOn: '2026-12-18', dueOn: '2027-01-12', unit: 'working-days' }
const block: MilestoneClock = { startedOn: '2027-01-02', dueOn: '2027-01-02', unit: 'same-day' }

const all = (clock: MilestoneClock, today: string, given = settings) =>
  milestonesDue(calendar, clock, given, today).map(({ key, on }) => `${key} ${on}`)

describe('milestones', () => {
  it('of calendar days fall on calendar days', () => {
    expect(all(response, '2026-12-31')).toEqual([
      'before-10 2026-12-21',
      'before-5 2026-12-26',
      'before-3 2026-12-28',
      'before-1 2026-12-30',
      'due 2026-12-31',
    ])
  })

  it('of working days fall on working days, the day of receipt included', () => {
    expect(all(answer, '2027-01-12')).toEqual([
      'before-10 2026-12-18',
      'before-5 2026-12-25',
      'before-3 2026-12-29',
      'before-1 2027-01-11',
      'due 2027-01-12',
    ])
  })

  it('before the receipt are skipped', () => {
    expect(all({ startedOn: '2026-12-08', dueOn: '2026-12-17', unit: 'working-days' }, '2026-12-17')).toEqual([
      'before-5 2026-12-10',
      'before-3 2026-12-14',
      'before-1 2026-12-16',
      'due 2026-12-17',
    ])
    expect(all(block, '2027-01-02')).toEqual(['due 2027-01-02'])
  })

  it('follow on every working day overdue, working Saturdays among them', () => {
    const clock: MilestoneClock = { startedOn: '2027-02-08', dueOn: '2027-02-18', unit: 'calendar-days' }
    expect(all(clock, '2027-02-25', { daysBefore: [0], overdueDaily: true })).toEqual([
      'due 2027-02-18',
      'overdue-2027-02-19 2027-02-19',
      'overdue-2027-02-20 2027-02-20',
      'overdue-2027-02-24 2027-02-24',
      'overdue-2027-02-25 2027-02-25',
    ])
    expect(all(clock, '2027-02-25', { daysBefore: [0], overdueDaily: false })).toEqual(['due 2027-02-18'])
  })

  it('take settings in any order and say nothing twice', () => {
    expect(all(response, '2026-12-31', { daysBefore: [1, 20, 1], overdueDaily: true })).toEqual([
      'before-20 2026-12-11',
      'before-1 2026-12-30',
    ])
  })
})

describe('the latest milestone', () => {
  const latest = (clock: MilestoneClock, today: string) => latestMilestone(calendar, clock, settings, today)?.key

  it.each([
    [response, '2026-12-20', undefined],
    [response, '2026-12-21', 'before-10'],
    // Nothing ran for a week: 5 and 3 days before fold into the latest.
    [response, '2026-12-29', 'before-3'],
    [response, '2026-12-31', 'due'],
    // The New Year holidays are no working days: the due date stays the latest.
    [response, '2027-01-10', 'due'],
    [response, '2027-01-11', 'overdue-2027-01-11'],
    [response, '2027-01-17', 'overdue-2027-01-15'],
    [block, '2027-01-02', 'due'],
    [block, '2027-01-11', 'overdue-2027-01-11'],
  ] as const)('of %o on %s is %s', (clock, today, key) => expect(latest(clock, today)).toBe(key))

  it('is the due date for ever where overdue reminders are off', () => {
    const quiet: MilestoneSettings = { ...settings, overdueDaily: false }
    expect(latestMilestone(calendar, response, quiet, '2027-03-01')).toEqual({ key: 'due', on: '2026-12-31' })
  })
})

describe('the next milestones', () => {
  const next = (clock: MilestoneClock, today: string, limit: number, given = settings) =>
    nextMilestones(calendar, clock, given, today, limit).map(({ key }) => key)

  it('are those from today on, then every working day overdue', () => {
    expect(next(response, '2026-12-01', 7)).toEqual([
      'before-10',
      'before-5',
      'before-3',
      'before-1',
      'due',
      'overdue-2027-01-11',
      'overdue-2027-01-12',
    ])
    expect(next(response, '2026-12-28', 2)).toEqual(['before-3', 'before-1'])
    expect(next(response, '2027-01-13', 2)).toEqual(['overdue-2027-01-13', 'overdue-2027-01-14'])
    expect(next(response, '2027-01-16', 1)).toEqual(['overdue-2027-01-18'])
    expect(next(block, '2027-01-02', 2)).toEqual(['due', 'overdue-2027-01-11'])
    expect(next(response, '2026-12-01', 0)).toEqual([])
  })

  it('end with the due date where overdue reminders are off', () => {
    expect(next(response, '2026-12-29', 9, { ...settings, overdueDaily: false })).toEqual(['before-1', 'due'])
    expect(next(response, '2027-01-01', 9, { ...settings, overdueDaily: false })).toEqual([])
  })
})

describe('any clock on any day', () => {
  const day = fc.integer({ min: toEpochDay('2024-01-01'), max: toEpochDay('2030-06-30') })
  const scene = fc.record({
    startedOn: day.map((n) => fromEpochDay(n)),
    amount: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom('calendar-days' as const, 'working-days' as const),
    elapsed: fc.integer({ min: 0, max: 90 }),
    settings: fc.record({ daysBefore: fc.array(fc.nat(20), { maxLength: 6 }), overdueDaily: fc.boolean() }),
  })

  it('sends what is due and what is next once each, in order, and the latest is the last that is due', () => {
    fc.assert(
      fc.property(scene, ({ startedOn, amount, unit, elapsed, settings: given }) => {
        const clock = { startedOn, dueOn: dueOn(calendar, startedOn, { amount, unit }, 'none'), unit }
        const today = addDays(startedOn, elapsed)
        const due = milestonesDue(calendar, clock, given, today)
        const next = nextMilestones(calendar, clock, given, today, 8)
        expect(latestMilestone(calendar, clock, given, today)).toEqual(due.at(-1))
        expect(due.every(({ on }) => on <= today) && next.every(({ on }) => on >= today)).toBe(true)
        expect(next.filter(({ on }) => on === today)).toEqual(due.filter(({ on }) => on === today))
        const dates = [...due, ...next.filter(({ on }) => on > today)].map(({ on }) => on)
        expect(dates).toEqual([...new Set(dates)].sort())
        expect(dates.every((on) => on >= startedOn)).toBe(true)
        expect(dates.every((on) => on <= clock.dueOn || oracleIsWorking(on))).toBe(true)
        // What is next today is due tomorrow, and never before: a sweep each day sends each one.
        const tomorrow = milestonesDue(calendar, clock, given, addDays(today, 1))
        expect(tomorrow).toEqual([...due, ...next.filter(({ on }) => on === addDays(today, 1))])
      }),
      { numRuns: 1000 },
    )
  })
})
