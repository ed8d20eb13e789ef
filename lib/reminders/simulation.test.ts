import { describe, expect, it } from 'vitest'
import { operatorProfiles } from '@/db/operators'
import { defaultMilestones, type MilestoneSettings, milestonesDue } from '@/lib/calendar/milestones'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import { doneAfter, planMilestones, reaches } from './plan'
import { calendar, clocksOf, DAYS, FIRST_DAY, patterns, sweepsOf, zones } from './simulated-days.test-support'
import { expectIntents, kept, type Sweep, type Version } from './simulation.test-support'

/**
 * 400 days of five clinics in twenty time zones, under a worker that always runs, stops at night, or is gone for days.
 * The sweeps plan as the database's does; what must come of it is worked out apart, from every milestone of every clock.
 */
const audiences: Record<string, MilestoneSettings> = {
  'who is in charge': defaultMilestones,
  'the lead': { ...defaultMilestones, daysBefore: [1, 0] },
}

const cases = new Map<string, Version[]>()

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

const plans = new Map<string, Map<string, ReturnType<typeof planMilestones>>>()

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
