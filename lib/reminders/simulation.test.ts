import { describe, expect, it } from 'vitest'
import { calendarDays, officialCalendars } from '@/db/calendars'
import { operatorProfiles, termRulesOf } from '@/db/operators'
import { defaultMilestones, type MilestoneSettings, milestonesDue } from '@/lib/calendar/milestones'
import { calendarFromDays } from '@/lib/calendar/model'
import { dueOn, extendTerm } from '@/lib/calendar/terms'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import { instantAt } from '@/lib/core/zoned'
import { doneAfter, planMilestones, reaches } from './plan'
import { expectIntents, kept, random, type Sweep, type Version } from './simulation.test-support'

/**
 * 400 days of five clinics in twenty time zones, under a worker that always runs, stops at night, or is gone for days.
 * The sweeps plan as the database's does; what must come of it is worked out apart, from every milestone of every clock.
 */
const DAYS = 400
const FIRST_DAY = '2026-01-15'
const SWEEPS_A_DAY = 4

const zones = [
  ...['Pacific/Pago_Pago', 'Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles', 'America/St_Johns'],
  ...['America/Sao_Paulo', 'Atlantic/Azores', 'Europe/London', 'Europe/Kaliningrad', 'Europe/Moscow'],
  ...['Europe/Samara', 'Asia/Yekaterinburg', 'Asia/Kathmandu', 'Asia/Omsk', 'Asia/Krasnoyarsk'],
  ...['Asia/Irkutsk', 'Asia/Vladivostok', 'Australia/Lord_Howe', 'Asia/Kamchatka', 'Pacific/Kiritimati'],
]
const patterns = ['none', 'nights', 'random days'] as const

const calendar = calendarFromDays(
  officialCalendars.map(({ year, source }) => ({ year, source, status: 'official' as const })),
  officialCalendars.flatMap((each) => calendarDays(each)),
)

const audiences: Record<string, MilestoneSettings> = {
  'who is in charge': defaultMilestones,
  'the lead': { ...defaultMilestones, daysBefore: [1, 0] },
}

/** The days of a zone: when each begins, and the hours between which the worker of the pattern `nights` runs. */
const wall = new Map(
  zones.map((zone) => {
    const dates = Array.from({ length: DAYS + 80 }, (_, n) => addDays(FIRST_DAY, n - 2))
    const instant = (date: CalendarDate, time: string) => instantAt(date, time, zone).getTime()
    const days = dates.map((date) => {
      return { date, begins: instant(date, '00:00'), eight: instant(date, '08:00'), evening: instant(date, '18:00') }
    })
    return [zone, days]
  }),
)

function dayOf(at: number, zone: string) {
  const days = wall.get(zone) ?? []
  const guess = Math.floor((at - (days[0]?.begins ?? 0)) / 86_400_000)
  const day = days.slice(Math.max(0, guess - 1), guess + 2).findLast(({ begins }) => begins <= at)
  if (!day) throw new Error('Beyond the days of the simulation')
  return day
}

const START = Date.parse(`${FIRST_DAY}T00:00:00Z`)

/** When sweeps do something: the worker runs, and it is past eight in the clinic's day. */
function sweepsOf(zone: string, pattern: (typeof patterns)[number]): Sweep[] {
  const draw = random(zones.indexOf(zone) * 10 + patterns.indexOf(pattern))
  const sweeps: Sweep[] = []
  for (let day = 0, downFor = 0; day < DAYS; day += 1, downFor -= 1) {
    if (pattern === 'random days' && downFor <= 0 && draw() < 0.1) downFor = 1 + Math.floor(draw() * 7)
    for (let turn = 0; turn < SWEEPS_A_DAY; turn += 1) {
      const at = START + (day + (turn + draw()) / SWEEPS_A_DAY) * 86_400_000
      const { date, eight, evening } = dayOf(at, zone)
      if (at < eight || downFor > 0 || (pattern === 'nights' && at >= evening)) continue
      sweeps.push({ at, today: date })
    }
  }
  return sweeps
}

/** A request a day, of every rule that the clinic has; some are extended, most are answered, a few very late. */
function clocksOf(clinic: number, zone: string): Version[] {
  const draw = random(1_000 + clinic * 100 + zones.indexOf(zone))
  const profile = operatorProfiles[clinic]
  const rules = profile ? termRulesOf(profile) : []
  return Array.from({ length: DAYS }, (_, day): Version[] => {
    const rule = rules[Math.floor(draw() * rules.length)]
    if (!rule) return []
    const filedAt = START + (day + draw()) * 86_400_000
    const closedAt = filedAt + draw() ** 2 * 60 * 86_400_000
    const startedOn = dayOf(filedAt, zone).date
    const first = dueOn(calendar, startedOn, rule, rule.rollForward)
    const version = (n: number, due: CalendarDate, from: number, to: number): Version => {
      return { id: `${day} ${n}`, startedOn, dueOn: due, unit: rule.unit, group: `${due} ${rule.unit}`, from, to }
    }
    const extendedAt = filedAt + draw() * 14 * 86_400_000
    const canExtend = rule.extension !== null && draw() < 0.5 && extendedAt < closedAt
    if (!canExtend || dayOf(extendedAt, zone).date > first) return [version(1, first, filedAt, closedAt)]
    const longer = dueOn(calendar, startedOn, extendTerm(rule, rule.extension ?? 1), rule.rollForward)
    return [version(1, first, filedAt, extendedAt), version(2, longer, extendedAt, closedAt)]
  }).flat()
}

const plans = new Map<string, Map<string, ReturnType<typeof planMilestones>>>()
const cases = new Map<string, Version[]>()

/** What the sweeps store: the key of each intent with the sweeps that made it. */
function simulate(versions: readonly Version[], sweeps: readonly Sweep[], audience: MilestoneSettings) {
  const intents = new Map<string, CalendarDate>()
  const toCome = versions.toSorted((a, b) => b.from - a.from)
  let open: Version[] = []
  let doneThrough: CalendarDate | undefined
  for (const { at, today } of sweeps) {
    const window = { today, doneThrough }
    while ((toCome.at(-1)?.from ?? Infinity) <= at) open.push(...toCome.splice(-1))
    open = open.filter(({ to }) => at < to)
    const ofWindow = kept(plans, `${audience.daysBefore.length} ${today} ${doneThrough}`, () => new Map())
    for (const version of open) {
      const plan = kept(ofWindow, version.group, () => planMilestones(calendar, [version], [audience], window))
      for (const line of plan) {
        const key = `${version.id} ${line.key}`
        if (reaches(line, version) && !intents.has(key)) intents.set(key, today)
      }
    }
    doneThrough = doneAfter(window)
  }
  return intents
}

describe.each(patterns)('with a worker that is down: %s', { timeout: 60_000 }, (pattern) => {
  it.each(zones)('each milestone has its one intent in %s', (zone) => {
    const sweeps = sweepsOf(zone, pattern)
    let count = 0
    for (const clinic of operatorProfiles.keys()) {
      const versions = kept(cases, `${clinic} ${zone}`, () => clocksOf(clinic, zone))
      for (const audience of Object.values(audiences)) {
        const { intents } = expectIntents(calendar, versions, sweeps, audience)
        expect(simulate(versions, sweeps, audience)).toEqual(intents)
        count += intents.size
      }
    }
    expect(count).toBeGreaterThan(5_000)
  })
})

describe('what is left out', { timeout: 60_000 }, () => {
  it.each(patterns)('is what the rule says, and little without need: %s', (pattern) => {
    const sweeps = sweepsOf('Europe/Moscow', pattern)
    const versions = [...operatorProfiles.keys()].flatMap((clinic) => clocksOf(clinic, 'Europe/Moscow'))
    const { intents, others } = expectIntents(calendar, versions, sweeps, defaultMilestones)
    process.stdout.write(`${pattern}: ${intents.size} intended, ${JSON.stringify(others)}\n`)
    if (pattern !== 'random days') expect(others.folded).toBeLessThan(intents.size / 50)
    expect(others.folded).toBeLessThan(intents.size / 2)
  })

  it('is never early', () => {
    const sweeps = sweepsOf('Asia/Yekaterinburg', 'random days')
    const versions = clocksOf(0, 'Asia/Yekaterinburg')
    const days = new Map<string, CalendarDate>(
      versions.flatMap((version) =>
        milestonesDue(calendar, version, defaultMilestones, addDays(FIRST_DAY, DAYS + 1)).map(
          ({ key, on }) => [`${version.id} ${key}`, on] as const,
        ),
      ),
    )
    for (const [key, today] of simulate(versions, sweeps, defaultMilestones)) {
      expect(days.get(key)).toBeDefined()
      expect((days.get(key) ?? '') <= today).toBe(true)
    }
  })
})
