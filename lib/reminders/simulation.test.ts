import { describe, expect, it } from 'vitest'
import { calendarDays, officialCalendars } from '@/db/calendars'
import { operatorProfiles, termRulesOf } from '@/db/operators'
import type { TermUnit } from '@/db/enums'
import { defaultMilestones, type Milestone, type MilestoneSettings, milestonesDue } from '@/lib/calendar/milestones'
import { calendarFromDays } from '@/lib/calendar/model'
import { dueOn, extendTerm } from '@/lib/calendar/terms'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import { instantAt } from '@/lib/core/zoned'
import { doneAfter, planMilestones, reaches } from './plan'

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

/** Numbers from 0 to 1 that are the same in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One life of a clock's due date, between two moments in milliseconds; a reminder belongs to one. */
interface Version {
  id: string
  startedOn: CalendarDate
  dueOn: CalendarDate
  unit: TermUnit
  /** Clocks of one group share a plan. */
  group: string
  from: number
  to: number
}

interface Sweep {
  at: number
  today: CalendarDate
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

/** Kept from one use to the next: zones, clinics and patterns meet the same groups, windows and clocks again. */
function kept<K, V>(values: Map<K, V>, key: K, make: () => V): V {
  const known = values.get(key)
  if (known !== undefined) return known
  const made = make()
  values.set(key, made)
  return made
}

const plans = new Map<string, Map<string, ReturnType<typeof planMilestones>>>()
const milestones = new Map(Object.values(audiences).map((each) => [each, new Map<Version, Milestone[]>()]))
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

/** A day that is surely not before the version's end, wherever the clinic is. */
const lastDay = ({ to }: Version) => new Date(to + 86_400_000).toISOString().slice(0, 10)

/** How many sweeps were before a moment. */
function sweepsBefore(sweeps: readonly Sweep[], at: number): number {
  let [low, high] = [0, sweeps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sweeps[middle]?.at ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** What must have been stored, from the list of all milestones; and what became of the others. */
function expectIntents(versions: readonly Version[], sweeps: readonly Sweep[], audience: MilestoneSettings) {
  const intents = new Map<string, CalendarDate>()
  const others = { folded: 0, 'before its date was set': 0, 'closed before': 0 }
  for (const version of versions) {
    const mine = sweepsBefore(sweeps, version.from)
    const life = sweeps.slice(mine, sweepsBefore(sweeps, version.to))
    const all = kept(milestones.get(audience) ?? new Map(), version, () =>
      milestonesDue(calendar, version, audience, lastDay(version)),
    )
    for (const [index, { key, on }] of all.entries()) {
      const first = life.findIndex(({ today }) => today >= on)
      const sweep = life[first]
      const earlier = sweeps[mine + first - 1]
      const next = all[index + 1]
      if (!sweep) others['closed before'] += 1
      else if (next && next.on <= sweep.today) others.folded += 1
      // A sweep of a later day had been there before this date was set: its milestones of the past are no news.
      else if (first === 0 && earlier && earlier.today > on) others['before its date was set'] += 1
      else intents.set(`${version.id} ${key}`, sweep.today)
    }
  }
  return { intents, others }
}

describe.each(patterns)('with a worker that is down: %s', { timeout: 60_000 }, (pattern) => {
  it.each(zones)('each milestone has its one intent in %s', (zone) => {
    const sweeps = sweepsOf(zone, pattern)
    let count = 0
    for (const clinic of operatorProfiles.keys()) {
      const versions = kept(cases, `${clinic} ${zone}`, () => clocksOf(clinic, zone))
      for (const audience of Object.values(audiences)) {
        const { intents } = expectIntents(versions, sweeps, audience)
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
    const { intents, others } = expectIntents(versions, sweeps, defaultMilestones)
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
