import type { ReactNode } from 'react'
import type { DayKind } from '@/lib/calendar/model'
import type { YearView } from '@/lib/calendar/year-view'
import { addDays, type CalendarDate, daysBetween, weekday } from '@/lib/core/calendar-date'
import styles from './year-grid.module.css'
import { fill, type YearWords } from './words'

export interface DayCell {
  date: CalendarDate
  number: number
  kind: DayKind
  /** "11 мая 2026: перенесённый выходной. Выходной перенесён с 09.05.2026" */
  label: string
}

interface Props {
  view: YearView
  words: YearWords
  today: CalendarDate
  /** Dates that a draft has changed. */
  changed?: readonly CalendarDate[]
  /** How a day is drawn; plainly, where it cannot be chosen. */
  cell?: (day: DayCell) => ReactNode
}

const kinds = ['working', 'weekend', 'holiday', 'day-off', 'working-weekend'] as const

/** A year as twelve plain tables. Kinds of days differ by texture, frame and weight as well as by colour. */
export function YearGrid({ view, words, today, changed = [], cell = plainCell }: Props) {
  const { year, monthly } = view
  const marked = new Set(changed)
  const starts = words.months.map((_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`)
  return (
    <>
      <Legend words={words} withChanged={changed.length > 0} />
      <div className={styles.year}>
        {starts.map((start, month) => (
          <table key={start} className={styles.month}>
            <caption>
              <span>{words.months[month]}</span>
              <span className={styles.count}>{fill(words.workingShort, { n: monthly[month] ?? 0 })}</span>
            </caption>
            <thead>
              <tr>
                {words.weekdays.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(start, starts[month + 1] ?? `${year + 1}-01-01`).map((week, row) => (
                <tr key={row}>
                  {week.map((date, column) => {
                    if (!date) return <td key={column} />
                    const day = dayOf(view, date, words)
                    return (
                      <td
                        key={column}
                        data-kind={day.kind}
                        data-changed={marked.has(date) || undefined}
                        data-today={date === today || undefined}
                      >
                        {cell(day)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  )
}

function Legend({ words, withChanged }: { words: YearWords; withChanged: boolean }) {
  return (
    <ul className={styles.legend} aria-label={words.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={styles.sample} data-kind={kind} aria-hidden="true">
            1
          </span>
          {words.kinds[kind]}
        </li>
      ))}
      <li>
        <span className={styles.sample} data-today="true" aria-hidden="true">
          1
        </span>
        {words.today}
      </li>
      {withChanged && (
        <li>
          <span className={styles.sample} data-changed="true" aria-hidden="true">
            1
          </span>
          {words.changed}
        </li>
      )}
    </ul>
  )
}

function dayOf({ year, kinds: all, notes }: YearView, date: CalendarDate, words: YearWords): DayCell {
  const kind = all[daysBetween(`${year}-01-01`, date)] ?? 'working'
  const number = Number(date.slice(8))
  const inWords = `${number} ${words.monthsInDate[Number(date.slice(5, 7)) - 1]} ${year}`
  const label = [`${inWords}: ${words.kinds[kind]}`, notes[date]].filter(Boolean).join('. ')
  return { date, number, kind, label }
}

const plainCell = ({ number, kind, label }: DayCell) => (
  <span title={kind === 'working' || kind === 'weekend' ? undefined : label}>
    <span aria-hidden="true">{number}</span>
    <span className="visually-hidden">{label}</span>
  </span>
)

/** The days of a month by weeks from Monday to Sunday, with gaps before the first and after the last. */
function weeksOf(start: CalendarDate, next: CalendarDate): (CalendarDate | undefined)[][] {
  const lead = weekday(start) - 1
  const days = daysBetween(start, next)
  return Array.from({ length: Math.ceil((lead + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, column) => {
      const n = week * 7 + column - lead
      return n >= 0 && n < days ? addDays(start, n) : undefined
    }),
  )
}
