import { parseCalendarCsv } from './csv'
import { parseICalendar } from './icalendar'
import type { CalendarImport } from './import'
import type { CalendarDay, ExceptionKind } from './model'

/** What a day is made by hand; `plain` is whatever the week says. */
export const editedKinds = ['plain', 'holiday', 'day-off', 'working'] as const
export type EditedKind = (typeof editedKinds)[number]

export const isEditedKind = (value: unknown): value is EditedKind => editedKinds.some((kind) => kind === value)

/** The days with one of them changed, by date. */
export function withDay(
  days: readonly CalendarDay[],
  { date, kind, note }: { date: string; kind: EditedKind; note: string },
): CalendarDay[] {
  const others = days.filter((day) => day.date !== date)
  if (kind === 'plain') return others
  const edited: CalendarDay = { date, kind: kind satisfies ExceptionKind, note }
  return [...others, edited].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Reads a file of either format; what it is, its first line says. */
export function parseCalendarFile(text: string, year: number): CalendarImport {
  const isICalendar = /^\uFEFF?BEGIN:VCALENDAR/i.test(text)
  return isICalendar ? parseICalendar(text, year) : parseCalendarCsv(text, year)
}

/** The dates on which two lists of days differ, by date. */
export function changedDates(before: readonly CalendarDay[], after: readonly CalendarDay[]): string[] {
  const textOf = ({ kind, note }: CalendarDay) => `${kind} ${note}`
  const old = new Map(before.map((day) => [day.date, textOf(day)]))
  const fresh = new Map(after.map((day) => [day.date, textOf(day)]))
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((date) => old.get(date) !== fresh.get(date)).sort()
}
