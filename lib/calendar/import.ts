import { isCalendarDate, yearOf } from '@/lib/core/calendar-date'
import type { CalendarDay, ExceptionKind } from './model'

/** Why a line of a file cannot be read; the screen has a sentence for each. */
export type ImportFault =
  | 'empty'
  | 'bad-header'
  | 'bad-columns'
  | 'bad-quotes'
  | 'bad-date'
  | 'bad-kind'
  | 'other-year'
  | 'duplicate'
  | 'not-a-calendar'
  | 'not-all-day'
  | 'recurring'
  | 'truncated'

/** A fault with the line that it stands on, counted from 1. */
export interface ImportError {
  line: number
  fault: ImportFault
}

/** Either every day of the file, by date, or what is wrong with it: a file is never half read. */
export type CalendarImport =
  { ok: true; days: CalendarDay[] } | { ok: false; reason: 'unreadable'; errors: ImportError[] }

/** Enough to mend a file by; a file of another format would have one for each of its lines. */
const MAX_ERRORS = 20

/** Collects the days of one file, whatever its format, and holds them against the year that they are for. */
export class DayCollector {
  private readonly days = new Map<string, CalendarDay>()
  private readonly errors: ImportError[] = []

  constructor(private readonly year: number) {}

  fail(line: number, fault: ImportFault): void {
    this.errors.push({ line, fault })
  }

  /** Takes a day as the file has it: whether there is such a date is still to be judged. */
  add(line: number, date: string, kind: ExceptionKind | undefined, note: string): void {
    if (!isCalendarDate(date)) return this.fail(line, 'bad-date')
    if (!kind) return this.fail(line, 'bad-kind')
    if (yearOf(date) !== this.year) return this.fail(line, 'other-year')
    if (this.days.has(date)) return this.fail(line, 'duplicate')
    this.days.set(date, { date, kind, note })
  }

  get isEmpty(): boolean {
    return this.errors.length === 0 && this.days.size === 0
  }

  /** What was taken of a day before; several programs name a day twice. */
  kindOn(date: string): ExceptionKind | undefined {
    return this.days.get(date)?.kind
  }

  result(): CalendarImport {
    if (this.isEmpty) this.fail(1, 'empty')
    const errors = this.errors.toSorted((a, b) => a.line - b.line).slice(0, MAX_ERRORS)
    if (errors.length > 0) return { ok: false, reason: 'unreadable', errors }
    return { ok: true, days: [...this.days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) }
  }
}
