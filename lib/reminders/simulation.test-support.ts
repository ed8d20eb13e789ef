import type { TermUnit } from '@/db/enums'
import { type Milestone, type MilestoneSettings, milestonesDue } from '@/lib/calendar/milestones'
import type { ProductionCalendar } from '@/lib/calendar/model'
import type { CalendarDate } from '@/lib/core/calendar-date'

/** One life of a clock's due date, between two moments in milliseconds; a reminder belongs to one. */
export interface Version {
  id: string
  startedOn: CalendarDate
  dueOn: CalendarDate
  unit: TermUnit
  /** Clocks of one group share a plan. */
  group: string
  from: number
  to: number
}

export interface Sweep {
  at: number
  today: CalendarDate
}

/** Kept from one use to the next: zones, clinics and patterns meet the same groups, windows and clocks again. */
export function kept<K, V>(values: Map<K, V>, key: K, make: () => V): V {
  const known = values.get(key)
  if (known !== undefined) return known
  const made = make()
  values.set(key, made)
  return made
}

const milestones = new Map<MilestoneSettings, Map<Version, Milestone[]>>()

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
export function expectIntents(
  calendar: ProductionCalendar,
  versions: readonly Version[],
  sweeps: readonly Sweep[],
  audience: MilestoneSettings,
) {
  const intents = new Map<string, CalendarDate>()
  const others = { folded: 0, 'before its date was set': 0, 'closed before': 0 }
  for (const version of versions) {
    const mine = sweepsBefore(sweeps, version.from)
    const life = sweeps.slice(mine, sweepsBefore(sweeps, version.to))
    const all = kept(
      kept(milestones, audience, () => new Map()),
      version,
      () => milestonesDue(calendar, version, audience, lastDay(version)),
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
