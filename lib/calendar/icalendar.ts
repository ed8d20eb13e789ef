import ICAL from 'ical.js'
import { addDays, daysBetween, isCalendarDate, yearOf } from '@/lib/core/calendar-date'
import { localDate } from '@/lib/core/zoned'
import { type CalendarImport, DayCollector, type ImportFault } from './import'
import { isOrdinary, kindByLaw, kindIn } from './kind-words'
import type { CalendarDay } from './model'

// A line has 75 octets (RFC 5545, 3.1); the library does not count the space that a folded one begins with.
ICAL.foldLength = 74

/** What is kept here is Russia's: a program that writes a day's start in UTC means midnight there. */
const TIME_ZONE = 'Europe/Moscow'
/** Each year, on the day that the event itself has. Others are no holidays, and some the library would never end to look for. */
const EACH_YEAR =
  /^FREQ=YEARLY(;(INTERVAL=[1-9]\d?|COUNT=\d{1,4}|UNTIL=\d{8}(T\d{6}Z?)?|WKST=\w\w|BYMONTH=\d{1,2}|BYMONTHDAY=\d{1,2}))*$/

/**
 * The days of a year as an iCalendar (RFC 5545): an all-day event each, its kind as the category, its note as the
 * summary. `stampedAt` is the instant of the export.
 */
export function formatICalendar(days: readonly CalendarDay[], stampedAt: Date): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Subject rights portal//Production calendar//RU')
  for (const { date, kind, note } of days) {
    const event = new ICAL.Component('vevent')
    event.addPropertyWithValue('uid', `${date}@production-calendar.subject-rights-portal`)
    event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(stampedAt, true))
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(date))
    event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(date, 1)))
    if (note) event.addPropertyWithValue('summary', note.replaceAll(/\r\n?/g, '\n'))
    event.addPropertyWithValue('categories', kind.toUpperCase())
    event.addPropertyWithValue('transp', 'TRANSPARENT')
    calendar.addSubcomponent(event)
  }
  return `${calendar.toString()}\r\n`
}

/**
 * The days of a year from an iCalendar as this portal, Google, Outlook and others write it: events of a whole day or several,
 * once or each year. What kind of day it is, the category tells, or the name. Errors name the line on which the event begins.
 */
export function parseICalendar(text: string, year: number): CalendarImport {
  const days = new DayCollector(year)
  const lines = startsOfEvents(text)
  const events = readEvents(text, days)
  const others: number[] = []
  for (const [n, event] of events.entries()) {
    const line = lines[n] ?? 1
    if (event.getFirstPropertyValue('status') === 'CANCELLED') continue
    const span = spanOf(event)
    const starts = 'fault' in span ? span : startsIn(event, span, year)
    if ('fault' in span) days.fail(line, span.fault)
    else if ('fault' in starts) days.fail(line, starts.fault)
    else {
      const dates = starts.dates.flatMap((date) => datesFrom(date, span.length, year))
      if (dates.length === 0) others.push(line)
      takeDays(days, event, line, dates)
    }
  }
  // Calendars hold many years; a file of other years alone is the wrong one.
  if (days.isEmpty && others[0] !== undefined) days.fail(others[0], 'other-year')
  return days.result()
}

function readEvents(text: string, days: DayCollector): ICAL.Component[] {
  if (!/^\uFEFF?BEGIN:VCALENDAR/i.test(text)) return (days.fail(1, 'not-a-calendar'), [])
  try {
    const parsed: unknown[] = ICAL.parse(text.replace(/^\uFEFF/, ''))
    const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][]
    return calendars.flatMap((calendar) => new ICAL.Component(calendar).getAllSubcomponents('vevent'))
  } catch (error) {
    const isCut = error instanceof Error && error.message.includes('did not end')
    days.fail(isCut ? text.trimEnd().split(/\r\n|\n|\r/).length : 1, isCut ? 'truncated' : 'not-a-calendar')
    return []
  }
}

/** The lines on which events begin, counted from 1: the library does not tell them. */
const startsOfEvents = (text: string): number[] =>
  text.split(/\r\n|\n|\r/).flatMap((line, n) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [n + 1] : []))

interface Fault {
  fault: ImportFault
}
interface Span {
  /** The first day. */
  date: string
  /** In days. */
  length: number
}

function spanOf(event: ICAL.Component): Span | Fault {
  const [start, end] = [dayOf(event, 'dtstart'), dayOf(event, 'dtend')]
  if (start === 'time' || end === 'time') return { fault: 'not-all-day' }
  if (!isCalendarDate(start)) return { fault: 'bad-date' }
  const length = event.getFirstPropertyValue('duration')
  if (end === '' && length) {
    const seconds = ICAL.Duration.fromString(String(length)).toSeconds()
    return seconds > 0 && seconds % 86_400 === 0 ? { date: start, length: seconds / 86_400 } : { fault: 'not-all-day' }
  }
  if (end === '') return { date: start, length: 1 }
  if (!isCalendarDate(end) || end <= start) return { fault: 'bad-date' }
  return { date: start, length: daysBetween(start, end) }
}

/** The day that a date or a midnight names; empty where the event has none. */
function dayOf(event: ICAL.Component, name: string): string {
  const value: unknown = event.getFirstProperty(name)?.toJSON()[3]
  const [, date, time = '', isUtc] =
    /^(\d{4}-\d\d-\d\d)(?:T([\d:]*))?(Z)?$/.exec(typeof value === 'string' ? value : '') ?? []
  if (date === undefined) return value === undefined ? '' : 'none'
  // The library leaves "::" of a date that does not say that it is one.
  if (time.replaceAll(':', '') === '') return date
  if (!isUtc) return time === '00:00:00' ? date : 'time'
  const instant = new Date(`${date}T${time}Z`)
  const isMidnight = localDate(instant, TIME_ZONE) !== localDate(new Date(instant.getTime() - 1), TIME_ZONE)
  return isMidnight ? localDate(instant, TIME_ZONE) : 'time'
}

/** The first days on which an event begins in a year, or begins early enough to last into it. */
function startsIn(event: ICAL.Component, { date, length }: Span, year: number): { dates: string[] } | Fault {
  const rules = event.getAllProperties('rrule').map((rule) => String(rule.getFirstValue()))
  if (rules.length === 0 && !event.hasProperty('rdate')) return { dates: [date] }
  const onItsDay = (rule: string) =>
    [...rule.matchAll(/BY(MONTH|MONTHDAY)=(\d+)/g)].every(
      ([, part, number]) => Number(number) === Number(part === 'MONTH' ? date.slice(5, 7) : date.slice(8)),
    )
  if (!rules.every((rule) => EACH_YEAR.test(rule) && onItsDay(rule))) return { fault: 'recurring' }
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart: ICAL.Time.fromDateString(date) })
  const dates = new Set<string>()
  for (let next = expansion.next(); next && next.year <= year; next = expansion.next()) {
    const first = next.toString().slice(0, 10)
    if (yearOf(addDays(first, length - 1)) >= year) dates.add(first)
  }
  return { dates: [...dates] }
}

/** Those of an event's days that are of the year. */
function datesFrom(first: string, length: number, year: number): string[] {
  const skipped = Math.max(0, daysBetween(first, `${year}-01-01`))
  const left = Math.min(length - skipped, 366)
  return Array.from({ length: Math.max(0, left) }, (_, n) => addDays(first, skipped + n)).filter(
    (date) => yearOf(date) === year,
  )
}

function takeDays(days: DayCollector, event: ICAL.Component, line: number, dates: string[]): void {
  const text = (name: string) => String(event.getFirstPropertyValue(name) ?? '')
  const categories = event.getAllProperties('categories').flatMap((property) => property.getValues().map(String))
  const [summary, description] = [text('summary'), text('description')]
  if (isOrdinary(`${summary} ${description}`)) return
  const told = [...categories, summary, description].map(kindIn).find((kind) => kind !== undefined)
  for (const date of dates) {
    const kind = told ?? kindByLaw(date, summary)
    if (kind === undefined || days.kindOn(date) !== kind) days.add(line, date, kind, summary)
  }
}
