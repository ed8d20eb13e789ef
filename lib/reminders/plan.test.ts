import { describe, expect, it } from 'vitest'
import { calendarDays, officialCalendars } from '@/db/calendars'
import { calendarFromDays } from '@/lib/calendar/model'
import { doneAfter, planAudiences, planHorizon, planMilestones, reaches } from './plan'
import { defaultReminderSettings } from './settings'

const calendar = calendarFromDays(
  officialCalendars.map(({ year, source }) => ({ year, source, status: 'official' as const })),
  officialCalendars.flatMap((each) => calendarDays(each)),
)
const usual = { daysBefore: [10, 5, 3, 1, 0], overdueDaily: true }
const group = { dueOn: '2026-12-31', unit: 'calendar-days' as const }
const plan = (today: string, doneThrough?: string) =>
  planMilestones(calendar, [group], [usual], { today, doneThrough }).map(({ key, on }) => `${key} ${on}`)

describe('the plan of a sweep', () => {
  it.each([
    ['2026-12-20', undefined, []],
    ['2026-12-21', '2026-12-19', ['before-10 2026-12-21']],
    ['2026-12-21', '2026-12-20', ['before-10 2026-12-21']],
    ['2026-12-22', '2026-12-20', ['before-10 2026-12-21']],
    ['2026-12-22', '2026-12-21', []],
    ['2026-12-29', '2026-12-21', ['before-3 2026-12-28']],
    ['2026-12-29', undefined, ['before-3 2026-12-28']],
    ['2026-12-31', '2026-12-30', ['due 2026-12-31']],
    ['2027-01-05', '2026-12-31', []],
    ['2027-01-11', '2027-01-10', ['overdue-2027-01-11 2027-01-11']],
    ['2027-01-16', '2026-12-30', ['overdue-2027-01-15 2027-01-15']],
  ])('on %s, seen to through %s', (today, doneThrough, expected) => {
    expect(plan(today, doneThrough)).toEqual(expected)
  })

  it('leaves what starts later in the day to the next sweep', () => {
    expect(doneAfter({ today: '2026-12-21', doneThrough: undefined })).toBe('2026-12-20')
  })

  it('names the audience of each line, and escalates once', () => {
    const audiences = [usual, { daysBefore: [0], overdueDaily: false }, { escalationAfterDays: 3 }]
    const lines = planMilestones(calendar, [group], audiences, { today: '2027-01-03', doneThrough: '2026-12-30' })
    expect(lines.map(({ audience, key }) => [audience, key])).toEqual([
      [0, 'due'],
      [1, 'due'],
      [2, 'escalation'],
    ])
  })

  it('reaches no clock that started after the milestone’s day', () => {
    const [line] = planMilestones(calendar, [group], [usual], { today: '2026-12-21', doneThrough: undefined })
    if (!line) throw new Error('nothing is planned')
    expect(reaches(line, { ...group, startedOn: '2026-12-21' })).toBe(true)
    expect(reaches(line, { ...group, startedOn: '2026-12-22' })).toBe(false)
    expect(reaches(line, { ...group, unit: 'working-days', startedOn: '2026-12-01' })).toBe(false)
  })

  it.each(['2026-12-18', '2026-12-30', '2027-01-02', '2027-02-20', '2027-04-30'])(
    'looks ahead from %s as far as a milestone may reach back',
    (today) => {
      const horizon = planHorizon(calendar, [usual], today)
      const beyond = Array.from({ length: 40 }, (_, n) => new Date(Date.parse(horizon) + (n + 1) * 86_400_000))
      const groups = beyond.flatMap((day) =>
        (['calendar-days', 'working-days', 'same-day'] as const).map((unit) => ({
          dueOn: day.toISOString().slice(0, 10),
          unit,
        })),
      )
      expect(planMilestones(calendar, groups, [usual], { today, doneThrough: undefined })).toEqual([])
    },
  )
})

describe('audiences', () => {
  const person = (id: string, role: 'officer' | 'lead', daysBefore: number[] | null = null) => ({
    id,
    role,
    daysBefore,
  })

  it('share a rule where theirs is the same; a lead watches from the day before', () => {
    const people = [
      person('a', 'officer'),
      person('b', 'lead'),
      person('c', 'officer', [0, 7]),
      person('d', 'lead', [7]),
    ]
    expect(planAudiences(people, defaultReminderSettings)).toEqual({
      audiences: [
        usual,
        { daysBefore: [1, 0], overdueDaily: true },
        { daysBefore: [7, 0], overdueDaily: true },
        { daysBefore: [7], overdueDaily: true },
        { daysBefore: [], overdueDaily: true },
      ],
      recipients: [
        { staffId: 'a', own: 0, watch: null },
        { staffId: 'b', own: 0, watch: 1 },
        { staffId: 'c', own: 2, watch: null },
        { staffId: 'd', own: 3, watch: 4 },
      ],
      escalation: null,
    })
  })

  it('count an escalation address among them', () => {
    const escalation = { email: 'chief@clinics.example', locale: 'ru' as const, afterDays: 3 }
    const { audiences, escalation: index } = planAudiences([], { ...defaultReminderSettings, escalation })
    expect([audiences, index]).toEqual([[{ escalationAfterDays: 3 }], 0])
  })
})
