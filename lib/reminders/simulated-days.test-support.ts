import { calendarDays, officialCalendars } from '@/db/calendars'
import { operatorProfiles, termRulesOf } from '@/db/operators'
import { calendarFromDays } from '@/lib/calendar/model'
import { dueOn, extendTerm } from '@/lib/calendar/terms'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import { instantAt } from '@/lib/core/zoned'
import { seeded } from '@/lib/demo/random'
import type { Sweep, Version } from './simulation.test-support'

// What happens in the simulation: when sweeps come, and what is filed, extended and closed. Every run draws the same.
export const DAYS = 400
export const FIRST_DAY = '2026-01-15'
const SWEEPS_A_DAY = 4

export const zones = [
  ...['Pacific/Pago_Pago', 'Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles', 'America/St_Johns'],
  ...['America/Sao_Paulo', 'Atlantic/Azores', 'Europe/London', 'Europe/Kaliningrad', 'Europe/Moscow'],
  ...['Europe/Samara', 'Asia/Yekaterinburg', 'Asia/Kathmandu', 'Asia/Omsk', 'Asia/Krasnoyarsk'],
  ...['Asia/Irkutsk', 'Asia/Vladivostok', 'Australia/Lord_Howe', 'Asia/Kamchatka', 'Pacific/Kiritimati'],
]
/** When no sweep comes. */
export const patterns = ['none', 'nights', 'random days'] as const

export const calendar = calendarFromDays(
  officialCalendars.map(({ year, source }) => ({ year, source, status: 'official' as const })),
  officialCalendars.flatMap((each) => calendarDays(each)),
)

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
export function sweepsOf(zone: string, pattern: (typeof patterns)[number]): Sweep[] {
  const draw = seeded(`${zone} ${pattern}`)
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
export function clocksOf(clinic: number, zone: string): Version[] {
  const draw = seeded(`${zone} ${clinic}`)
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
