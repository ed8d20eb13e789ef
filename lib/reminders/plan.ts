import type { TermUnit } from '@/db/enums'
import { latestMilestone, type Milestone, type MilestoneSettings } from '@/lib/calendar/milestones'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { addWorkingDays } from '@/lib/calendar/working-days'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import type { ReminderSettings } from './settings'

/** Everyone who is reminded by the same rule; `escalation` is once, so many calendar days overdue. */
export type Audience = MilestoneSettings | { readonly escalationAfterDays: number }

/** The days a sweep sees to: after `doneThrough`, where there was a sweep before, up to and with `today`. */
export interface SweepWindow {
  doneThrough: CalendarDate | undefined
  today: CalendarDate
}

/** Clocks that share a due date share their milestones too, but for those before their own start. */
export interface DueGroup {
  dueOn: CalendarDate
  unit: TermUnit
}

/** One line of a sweep's plan: what the clocks of a group mean to an audience (its place in the list) by now. */
export interface PlannedMilestone extends DueGroup {
  audience: number
  key: Milestone['key'] | 'escalation'
  on: CalendarDate
}

/** Before any clock: the start of each is compared where the plan meets it. */
const ANY_START = '0100-01-01'

/**
 * The latest milestone within the window, into which all that were missed fold; none where the latest was seen to
 * already. A clock that started after its day is not reminded (see `reaches`).
 */
export function planMilestones(
  calendar: ProductionCalendar,
  groups: readonly DueGroup[],
  audiences: readonly Audience[],
  window: SweepWindow,
): PlannedMilestone[] {
  return groups.flatMap((group) =>
    audiences.flatMap((audience, index): PlannedMilestone[] => {
      const latest = latestFor(calendar, group, audience, window.today)
      if (!latest || (window.doneThrough !== undefined && latest.on <= window.doneThrough)) return []
      return [{ ...group, audience: index, ...latest }]
    }),
  )
}

function latestFor(
  calendar: ProductionCalendar,
  { dueOn, unit }: DueGroup,
  audience: Audience,
  today: CalendarDate,
): Pick<PlannedMilestone, 'key' | 'on'> | undefined {
  if (!('escalationAfterDays' in audience)) {
    return latestMilestone(calendar, { startedOn: ANY_START, dueOn, unit }, audience, today)
  }
  const on = addDays(dueOn, audience.escalationAfterDays)
  return on <= today ? { key: 'escalation', on } : undefined
}

/** Whether a planned milestone is one of this clock's; the sweep asks the same in SQL. */
export function reaches(planned: PlannedMilestone, clock: DueGroup & { startedOn: CalendarDate }): boolean {
  const sameGroup = planned.dueOn === clock.dueOn && planned.unit === clock.unit
  return sameGroup && planned.on >= clock.startedOn
}

/** The last due date that can have a milestone by today, in whichever unit reaches further. */
export function planHorizon(
  calendar: ProductionCalendar,
  audiences: readonly Audience[],
  today: CalendarDate,
): CalendarDate {
  const days = Math.max(0, ...audiences.flatMap((audience) => ('daysBefore' in audience ? audience.daysBefore : [])))
  const [inDays, inWorkingDays] = [addDays(today, days), addWorkingDays(calendar, today, days)]
  return inDays > inWorkingDays ? inDays : inWorkingDays
}

/** Through which day nothing is left to see to once a sweep of `today` is stored: what starts later today may still. */
export const doneAfter = ({ today }: SweepWindow): CalendarDate => addDays(today, -1)

export interface Person {
  id: string
  role: 'officer' | 'lead'
  daysBefore: readonly number[] | null
}

/** One who is reminded: `own` for what is theirs or nobody's, `watch` for what others are in charge of. */
export interface Recipient {
  staffId: string
  own: number
  watch: number | null
}

/** Who is reminded by which rule; equal rules are one audience. */
export function planAudiences(
  people: readonly Person[],
  settings: ReminderSettings,
): { audiences: Audience[]; recipients: Recipient[]; escalation: number | null } {
  const audiences: Audience[] = []
  const known = new Map<string, number>()
  const indexOf = (audience: Audience) => {
    const key = JSON.stringify(audience)
    const index = known.get(key) ?? audiences.push(audience) - 1
    known.set(key, index)
    return index
  }
  const ruleOf = (daysBefore: readonly number[]) =>
    indexOf({ daysBefore: [...new Set(daysBefore)].sort((a, b) => b - a), overdueDaily: settings.overdueDaily })
  const recipients = people.map(({ id, role, daysBefore }): Recipient => {
    const days = daysBefore ?? settings.daysBefore
    const watched = days.filter((day) => day <= settings.leadDaysBefore)
    return { staffId: id, own: ruleOf(days), watch: role === 'lead' ? ruleOf(watched) : null }
  })
  const escalation = settings.escalation ? indexOf({ escalationAfterDays: settings.escalation.afterDays }) : null
  return { audiences, recipients, escalation }
}
