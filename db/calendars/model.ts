/** How an exception differs from the plain week of Monday to Friday; `day-off` is a day off transferred from elsewhere. */
export type ExceptionKind = 'holiday' | 'day-off' | 'working'

/** A day that differs from the plain week. `date` is YYYY-MM-DD, `note` is in the language of its source. */
export interface CalendarDay {
  date: string
  kind: ExceptionKind
  note: string
}

/** A weekend day exchanged for a working day, by the year's decree or by Labour Code 112 itself. */
export interface MovedDayOff {
  from: string
  to: string
  by: 'decree' | 'law'
}

/** The official production calendar of one year, as its decree and Labour Code 112 state it. Dates are YYYY-MM-DD. */
export interface CalendarYearData {
  year: number
  decree: { number: string; date: string }
  source: string
  holidays: readonly { date: string; note: string }[]
  moved: readonly MovedDayOff[]
  workingSaturdays: readonly string[]
}
