import type { RollForward, TermUnit } from '@/db/enums'
import { type CalendarDate, daysBetween, fromEpochDay, toEpochDay, yearOfEpochDay } from '@/lib/core/calendar-date'
import { getIndexedDay, isWorkingEpochDay, stepWorkingDays } from './day-index'
import { type DayKind, type ProductionCalendar, isOfficialYear } from './model'
import { workingDaysBetween } from './working-days'

export type { RollForward, TermUnit }

/** A length of time, such as 30 calendar days. `same-day` ends on the day of its event, whatever the amount. */
export interface Term {
  readonly amount: number
  readonly unit: TermUnit
}

/** One day between the event and the due date. `number` is its place in the count, null where it does not count. */
export interface DerivedDay {
  date: CalendarDate
  number: number | null
  kind: DayKind
  why: 'event' | 'counted' | 'weekend' | 'holiday' | 'day-off' | 'rolled'
}

/** A due date with the reason for it, day by day. */
export interface Derivation {
  startedOn: CalendarDate
  term: Term
  dueOn: CalendarDate
  /** The last day of the term before the roll-forward of Civil Code 193. */
  nominalOn: CalendarDate
  /** The last working day from the event to the due date: the safe day to answer. The due date where there is none. */
  safeOn: CalendarDate
  /** The due date rests on a year without an official calendar, and may change. */
  provisional: boolean
  /** The safe day rests on such a year, though the due date may stand. */
  safeProvisional: boolean
  days: DerivedDay[]
}

/** A term starts the day after the event (Civil Code 191), so the event's day plus the amount is its last day. */
function lastDay(calendar: ProductionCalendar, start: number, { amount, unit }: Term): number {
  if (unit === 'same-day') return start
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`Not a term: ${amount} ${unit}`)
  return unit === 'calendar-days' ? start + amount : stepWorkingDays(calendar, start, amount)
}

/** Civil Code 193, where the rule asks for it. What must be done on the day of the event cannot wait for a Monday. */
function roll(calendar: ProductionCalendar, last: number, { unit }: Term, rollForward: RollForward): number {
  const stays = rollForward === 'none' || unit === 'same-day' || isWorkingEpochDay(calendar, last)
  return stays ? last : stepWorkingDays(calendar, last, 1)
}

/**
 * The date on which a term ends, as deriveDue explains it. `startedOn` is the day of the event in the operator's zone.
 * Throws RangeError for an amount of calendar or working days that is not a whole number from 1.
 */
export function dueOn(
  calendar: ProductionCalendar,
  startedOn: CalendarDate,
  term: Term,
  rollForward: RollForward,
): CalendarDate {
  return fromEpochDay(roll(calendar, lastDay(calendar, toEpochDay(startedOn), term), term, rollForward))
}

/** The due date of a term with every day that led to it. Arguments and errors are those of dueOn. */
export function deriveDue(
  calendar: ProductionCalendar,
  startedOn: CalendarDate,
  term: Term,
  rollForward: RollForward,
): Derivation {
  const start = toEpochDay(startedOn)
  const nominal = lastDay(calendar, start, term)
  const due = roll(calendar, nominal, term, rollForward)
  const safe = safeDay(calendar, start, due)
  const dependsFrom = findDependence(start, nominal, term, rollForward)
  const provisional = dependsFrom !== undefined && !isOfficial(calendar, dependsFrom, due)
  return {
    startedOn,
    term,
    dueOn: fromEpochDay(due),
    nominalOn: fromEpochDay(nominal),
    safeOn: fromEpochDay(safe),
    provisional,
    safeProvisional: provisional || (due > start && !isOfficial(calendar, safe, due)),
    days: listDays(calendar, start, nominal, due, term.unit),
  }
}

/** A longer term from the same start (152-FZ 20(1): 10 working days become 15). A `same-day` term has no extension. */
export function extendTerm(term: Term, amount: number): Term {
  if (term.unit === 'same-day') throw new RangeError('A term of the same day cannot be extended')
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`Not an extension: ${amount} ${term.unit}`)
  return { amount: term.amount + amount, unit: term.unit }
}

/**
 * Days from today to the due date in the clock's own unit (`same-day` in calendar days): 0 on the due date alone,
 * negative when overdue. A weekend between Friday's due date and today is one working day overdue, not none.
 */
export function daysLeft(
  calendar: ProductionCalendar,
  today: CalendarDate,
  dueOn: CalendarDate,
  unit: TermUnit,
): number {
  const days = daysBetween(today, dueOn)
  if (unit !== 'working-days' || days === 0) return days
  return workingDaysBetween(calendar, today, dueOn) || Math.sign(days)
}

/** "Day X of 30", in calendar days: 0 on the day of the event, more than `of` when overdue. */
export function dayOfTerm(
  today: CalendarDate,
  startedOn: CalendarDate,
  dueOn: CalendarDate,
): { day: number; of: number } {
  return { day: Math.max(0, daysBetween(startedOn, today)), of: daysBetween(startedOn, dueOn) }
}

function safeDay(calendar: ProductionCalendar, start: number, due: number): number {
  for (let day = due; day >= start; day -= 1) if (isWorkingEpochDay(calendar, day)) return day
  return due
}

/** From which day on the calendar decides the due date; nowhere for calendar days that do not roll. */
function findDependence(start: number, nominal: number, { unit }: Term, rollForward: RollForward): number | undefined {
  if (unit === 'working-days') return start + 1
  return unit === 'calendar-days' && rollForward !== 'none' ? nominal : undefined
}

function isOfficial(calendar: ProductionCalendar, from: number, to: number): boolean {
  for (let year = yearOfEpochDay(from); year <= yearOfEpochDay(to); year += 1) {
    if (!isOfficialYear(calendar, year)) return false
  }
  return true
}

function listDays(
  calendar: ProductionCalendar,
  start: number,
  nominal: number,
  due: number,
  unit: TermUnit,
): DerivedDay[] {
  const days: DerivedDay[] = []
  let counted = 0
  for (let day = start; day <= due; day += 1) {
    const { date, kind } = getIndexedDay(calendar, day)
    const why = whyOf(day === start, day > nominal, unit, kind)
    days.push({ date, number: why === 'counted' ? (counted += 1) : null, kind, why })
  }
  return days
}

function whyOf(isEvent: boolean, isRolled: boolean, unit: TermUnit, kind: DayKind): DerivedDay['why'] {
  if (isEvent) return 'event'
  if (isRolled) return 'rolled'
  const isSkipped = unit === 'working-days' && kind !== 'working' && kind !== 'working-weekend'
  return isSkipped ? kind : 'counted'
}
