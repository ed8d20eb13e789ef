import type { TermUnit } from '@/db/enums'
import { type CalendarDate, addDays, compareDates } from '@/lib/core/calendar-date'
import type { ProductionCalendar } from './model'
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-days'

/** One reminder of one clock; the key is unique within a version of the clock's due date. */
export interface Milestone {
  key: `before-${number}` | 'due' | `overdue-${CalendarDate}`
  on: CalendarDate
}

/** What the reminders need of a clock; they count calendar days for every unit but `working-days`. */
export interface MilestoneClock {
  readonly startedOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly unit: TermUnit
}

/** `daysBefore` counts in the clock's own days, 0 is the due date itself; `overdueDaily` is every working day after. */
export interface MilestoneSettings {
  readonly daysBefore: readonly number[]
  readonly overdueDaily: boolean
}

/** What an operator starts with. */
export const defaultMilestones: MilestoneSettings = { daysBefore: [10, 5, 3, 1, 0], overdueDaily: true }

/** The milestones up to the due date, by date; those that would fall before the event are left out. */
function planned(calendar: ProductionCalendar, clock: MilestoneClock, settings: MilestoneSettings): Milestone[] {
  const { startedOn, dueOn, unit } = clock
  const back = (days: number) =>
    unit === 'working-days' ? addWorkingDays(calendar, dueOn, -days) : addDays(dueOn, -days)
  return [...new Set(settings.daysBefore)]
    .sort((a, b) => b - a)
    .map((days): Milestone => (days === 0 ? { key: 'due', on: dueOn } : { key: `before-${days}`, on: back(days) }))
    .filter(({ on }) => on >= startedOn)
}

const overdue = (on: CalendarDate): Milestone => ({ key: `overdue-${on}`, on })

/** Every milestone of an open clock up to and with today, by date, sent or not. */
export function milestonesDue(
  calendar: ProductionCalendar,
  clock: MilestoneClock,
  settings: MilestoneSettings,
  today: CalendarDate,
): Milestone[] {
  const due = planned(calendar, clock, settings).filter(({ on }) => on <= today)
  if (!settings.overdueDaily) return due
  for (let on = nextWorkingDay(calendar, clock.dueOn); on <= today; on = nextWorkingDay(calendar, on)) {
    due.push(overdue(on))
  }
  return due
}

/** The one to send today: the last of milestonesDue, into which all that were missed fold. None before the first. */
export function latestMilestone(
  calendar: ProductionCalendar,
  clock: MilestoneClock,
  settings: MilestoneSettings,
  today: CalendarDate,
): Milestone | undefined {
  const worked = isWorkingDay(calendar, today) ? today : previousWorkingDay(calendar, today)
  if (settings.overdueDaily && worked > clock.dueOn) return overdue(worked)
  return planned(calendar, clock, settings).findLast(({ on }) => on <= today)
}

/** The milestones from today on if the clock stays open, by date, at most `limit`: "what is sent, and when". */
export function nextMilestones(
  calendar: ProductionCalendar,
  clock: MilestoneClock,
  settings: MilestoneSettings,
  today: CalendarDate,
  limit: number,
): Milestone[] {
  const next = planned(calendar, clock, settings).filter(({ on }) => on >= today)
  if (!settings.overdueDaily) return next.slice(0, limit)
  const yesterday = addDays(today, -1)
  let on = compareDates(yesterday, clock.dueOn) > 0 ? yesterday : clock.dueOn
  while (next.length < limit) next.push(overdue((on = nextWorkingDay(calendar, on))))
  return next.slice(0, limit)
}
