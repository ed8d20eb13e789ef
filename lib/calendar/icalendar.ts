import { addDays, daysBetween, isCalendarDate } from '@/lib/core/calendar-date'
import { type CalendarImport, DayCollector } from './import'
import type { CalendarDay } from './model'

/**
 * The days of a year as an iCalendar (RFC 5545): an all-day event each, its kind as the category, its note as the
 * summary. `stampedAt` is the instant of the export.
 */
export function formatICalendar(days: readonly CalendarDay[], stampedAt: Date): string {
  const stamp = `${stampedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const events = days.flatMap(({ date, kind, note }) => [
    'BEGIN:VEVENT',
    `UID:${date}@production-calendar.subject-rights-portal`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    ...(note ? [`SUMMARY:${escapeText(note)}`] : []),
    `CATEGORIES:${kind.toUpperCase()}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Subject rights portal//Production calendar//RU']
  return [...head, ...events, 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('')
}

/**
 * The days of a year from an iCalendar of all-day events with the categories HOLIDAY, DAY-OFF or WORKING. An event of
 * several days gives each. Errors name the line of the property, or that on which its event begins.
 */
export function parseICalendar(text: string, year: number): CalendarImport {
  const days = new DayCollector(year)
  const open: string[] = []
  let event: Event | undefined
  const lines = readLines(text.replace(/^\uFEFF/, ''))
  if (lines[0]?.name !== 'BEGIN' || lines[0].value.toUpperCase() !== 'VCALENDAR') {
    days.fail(1, 'not-a-calendar')
    return days.result()
  }
  for (const { line, name, value } of lines) {
    if (name === 'BEGIN') {
      open.push(value.toUpperCase())
      if (open.join() === 'VCALENDAR,VEVENT') event = { line, properties: new Map() }
    } else if (name === 'END') {
      if (open.pop() !== value.toUpperCase()) {
        days.fail(line, 'not-a-calendar')
        return days.result()
      }
      if (event && open.length === 1) {
        addEvent(days, event)
        event = undefined
      }
    } else if (open.length === 2) {
      event?.properties.set(name, { line, value })
    }
  }
  if (open.length > 0) days.fail(lines.at(-1)?.line ?? 1, 'truncated')
  return days.result()
}

interface Event {
  line: number
  properties: Map<string, { line: number; value: string }>
}

function addEvent(days: DayCollector, { line, properties }: Event): void {
  const find = (name: string) => properties.get(name)
  const start = find('DTSTART')
  const end = find('DTEND')
  const recurrence = find('RRULE') ?? find('RDATE')
  if (recurrence) return days.fail(recurrence.line, 'recurring')
  const duration = find('DURATION')
  if (duration) return days.fail(duration.line, 'not-all-day')
  for (const bound of [start, end]) {
    if (bound && !/^\d{8}$/.test(bound.value)) return days.fail(bound.line, 'not-all-day')
  }
  const first = dashed(start?.value ?? '')
  const last = end ? dashed(end.value) : undefined
  if (!isCalendarDate(first)) return days.fail(start?.line ?? line, 'bad-date')
  if (last !== undefined && (!isCalendarDate(last) || last <= first)) return days.fail(end?.line ?? line, 'bad-date')
  if (last !== undefined && daysBetween(first, last) > 366) return days.fail(end?.line ?? line, 'other-year')
  const kind = find('CATEGORIES')?.value.toLowerCase() ?? ''
  const note = unescapeText(find('SUMMARY')?.value ?? '')
  let date = first
  do {
    days.add(line, date, kind, note)
    date = addDays(date, 1)
  } while (last !== undefined && date < last)
}

const compact = (date: string) => date.replaceAll('-', '')
const dashed = (date: string) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`

const escapeText = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')
const unescapeText = (text: string) =>
  text.replaceAll(/\\(.)/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char))

const encoder = new TextEncoder()

/** Breaks a line at 75 octets (RFC 5545, 3.1), never inside a character: Cyrillic letters take two. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const length = encoder.encode(character).length
    if (octets + length > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += length
  }
  return folded
}

/** Content lines put together again, with the number of their first line; parameters are dropped. */
function readLines(text: string): { line: number; name: string; value: string }[] {
  const lines: { line: number; text: string }[] = []
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1)
    if (/^[ \t]/.test(raw) && last) last.text += raw.slice(1)
    else if (raw !== '') lines.push({ line: index + 1, text: raw })
  }
  return lines.map(({ line, text: content }) => {
    const match = /^([^:;]*)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/s.exec(content)
    return { line, name: (match?.[1] ?? content).toUpperCase(), value: match?.[2] ?? '' }
  })
}
