import { type ClockEnding, type ClockName, clockNames } from '@/db/enums'
import { type CalendarDate, compareDates } from '@/lib/core/calendar-date'

/** What the rules ask of a clock: the day it is due, and the day and the manner of its end, null while it runs. */
export interface ClockFacts {
  clock: ClockName
  dueOn: CalendarDate
  stoppedOn: CalendarDate | null
  ending: ClockEnding | null
}

/** Why nothing had to be done any more. */
export const lapseReasons = ['refused', 'withdrawn', 'made-lawful'] as const satisfies readonly ClockEnding[]
export type LapseReason = (typeof lapseReasons)[number]

/** How a clock stands. `late`: it lapsed only after its day had passed. */
export type Verdict =
  | { is: 'running' }
  | { is: 'overdue' }
  | { is: 'kept'; on: CalendarDate }
  | { is: 'missed'; on: CalendarDate }
  | { is: 'lapsed'; on: CalendarDate; reason: LapseReason; late: boolean }

const isLapse = (ending: ClockEnding): ending is LapseReason => lapseReasons.some((reason) => reason === ending)

/** How does this clock stand today? Its day itself is still in time. */
export function howClockStands({ dueOn, stoppedOn, ending }: ClockFacts, today: CalendarDate): Verdict {
  if (stoppedOn === null || ending === null) return { is: today > dueOn ? 'overdue' : 'running' }
  const late = stoppedOn > dueOn
  return isLapse(ending)
    ? { is: 'lapsed', on: stoppedOn, reason: ending, late }
    : { is: late ? 'missed' : 'kept', on: stoppedOn }
}

export const timeliness = ['undecided', 'in-time', 'late', 'lapsed'] as const
export type Timeliness = (typeof timeliness)[number]

/**
 * Was the whole case handled in time? Only if every clock was kept: one that is overdue, missed or lapsed too late makes
 * it late for good. `lapsed` is a case in which nothing had to be done to the end.
 */
export function howCaseStands(clocks: readonly ClockFacts[], today: CalendarDate): Timeliness {
  const verdicts = clocks.map((clock) => howClockStands(clock, today))
  const has = (...names: Verdict['is'][]) => verdicts.some(({ is }) => names.includes(is))
  if (has('overdue', 'missed') || verdicts.some((verdict) => verdict.is === 'lapsed' && verdict.late)) return 'late'
  if (has('running')) return 'undecided'
  return has('kept') ? 'in-time' : 'lapsed'
}

/** Clocks that end with the answer itself; every other is a duty that is done, and recorded, on its own. */
const endWithAnswer: readonly ClockName[] = ['response', 'answer']

export const isDuty = (clock: ClockName): boolean => !endWithAnswer.includes(clock)

/** On the same date the clocks stand in their order, the headline one last. */
const rank = (clock: ClockName) => (clock === 'response' ? clockNames.length : clockNames.indexOf(clock))

export const earliestFirst = (a: Pick<ClockFacts, 'clock' | 'dueOn'>, b: Pick<ClockFacts, 'clock' | 'dueOn'>): number =>
  compareDates(a.dueOn, b.dueOn) || rank(a.clock) - rank(b.clock)

/** What leads everywhere: the clock that runs and is due first. None once the case is closed. */
export function nextClock<C extends Pick<ClockFacts, 'clock' | 'dueOn' | 'stoppedOn'>>(
  clocks: readonly C[],
): C | undefined {
  return clocks.filter(({ stoppedOn }) => stoppedOn === null).sort(earliestFirst)[0]
}

/** By when the person has the answer: the earlier of the clocks that end with it. */
export function answerClock<C extends Pick<ClockFacts, 'clock' | 'dueOn'>>(clocks: readonly C[]): C | undefined {
  return clocks.filter(({ clock }) => !isDuty(clock)).sort(earliestFirst)[0]
}
