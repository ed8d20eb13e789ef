import { weekday, type CalendarDate } from '@/lib/core/calendar-date'
import { formatDate, formatDay, formatWeekday } from '@/lib/i18n/format'
import type { ExplainedClock } from '@/lib/requests/model'
import styles from './days-calendar.module.css'
import type { CaseView } from '../view'

type Day = ExplainedClock['derivation']['days'][number]

/** Every day from the receipt to the due date: which counted, and which were skipped and why. */
export function DaysCalendar({ view, clock }: { view: CaseView; clock: ExplainedClock }) {
  const { t, locale, today } = view
  const { days } = clock.derivation
  const [first] = days
  if (!first) return null
  const lead = weekday(first.date) - 1
  const cells: (Day | undefined)[] = [...Array.from({ length: lead }, () => undefined), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  // A clock that waits for its event runs from the receipt.
  const event = first.date === view.request.receivedOn ? 'receipt' : clock.countedFrom
  const meaning = (day: Day) =>
    day.why === 'event' ? t(`case.event.${event}`) : t(`case.why.${day.why}`, { n: day.number ?? 0 })
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('case.calendar')}>
        <table className={styles.calendar}>
          <caption className="visually-hidden">{t('case.calendar')}</caption>
          <thead>
            <tr>
              {[1, 2, 3, 4, 5, 6, 7].map((number) => (
                <th key={number} scope="col">
                  {formatWeekday(number, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, row) => (
              <tr key={row}>
                {Array.from({ length: 7 }, (_, column) => week[column]).map((day, column) => {
                  if (!day) return <td key={column} className={styles.none} />
                  const meant = meaning(day)
                  return (
                    <td
                      key={column}
                      data-why={whyOf(day)}
                      data-due={day.date === clock.dueOn || undefined}
                      data-today={day.date === today || undefined}
                      title={`${formatDate(day.date, locale)}: ${meant}`}
                    >
                      <span className={styles.date}>{shortDate(day.date, first.date, locale)}</span>
                      <span className={styles.number}>{day.number ?? ''}</span>
                      <span className="visually-hidden">{meant}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.legend}>
        {(['event', 'counted', 'skipped', 'due', 'today'] as const).map((name) => (
          <span key={name} data-legend={name}>
            {name === 'event' ? t(`case.event.${event}`) : t(`case.legend.${name}`)}
          </span>
        ))}
      </p>
    </>
  )
}

const whyOf = ({ why }: Day) => (why === 'event' || why === 'counted' || why === 'rolled' ? why : 'skipped')

/** The month is said where it begins. */
const shortDate = (date: CalendarDate, first: CalendarDate, locale: 'ru' | 'en'): string =>
  date === first || date.endsWith('-01') ? formatDay(date, locale) : String(Number(date.slice(8)))
