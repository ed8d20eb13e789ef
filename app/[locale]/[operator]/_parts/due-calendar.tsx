import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import type { DerivedDay } from '@/lib/calendar/terms'
import { addDays, type CalendarDate, weekday } from '@/lib/core/calendar-date'
import { formatDate, formatDay, formatWeekday } from '@/lib/i18n/format'
import styles from './due-calendar.module.css'

interface Props {
  days: DerivedDay[]
  /** Ends of the request's other terms. */
  otherDueOn: readonly CalendarDate[]
  locale: Locale
}

/** The days of a term, week by week, from its event to its due date. */
export function DueCalendar({ days, otherDueOn, locale }: Props) {
  const t = useTranslations('receipt')
  const first = days[0]?.date
  const last = days.at(-1)?.date
  if (!first || !last) return null
  const byDate = new Map(days.map((day) => [day.date, day]))
  const nameOf = (date: CalendarDate) => {
    if (date === last) return t('legendDue')
    if (date === first) return t('legendReceived')
    return otherDueOn.includes(date) ? t('legendOther') : undefined
  }
  const caption = t('calendar', { from: formatDate(first, locale), to: formatDate(last, locale) })
  return (
    <figure className={styles.figure}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
        <table className={styles.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {[1, 2, 3, 4, 5, 6, 7].map((number) => (
                <th key={number} scope="col" className={styles.weekday}>
                  {formatWeekday(number, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(first, last).map((week) => (
              <tr key={week[0]}>
                {week.map((date) => {
                  const name = nameOf(date)
                  if (!byDate.has(date)) return <td key={date} />
                  return (
                    <td key={date} className={classOf(byDate.get(date), date === first, date === last)}>
                      <span className={`${styles.day} ${otherDueOn.includes(date) ? styles.other : ''}`}>
                        {date.endsWith('-01') || date === first ? formatDay(date, locale) : Number(date.slice(8))}
                      </span>
                      {name && <span className="visually-hidden">: {name}</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className={styles.legend} aria-hidden="true">
        <span className={styles.event}>{t('legendReceived')}</span>
        <span className={styles.counted}>{t('legendCounted')}</span>
        <span className={styles.due}>{t('legendDue')}</span>
        {otherDueOn.some((date) => byDate.has(date)) && <span className={styles.otherKey}>{t('legendOther')}</span>}
      </figcaption>
    </figure>
  )
}

function weeksOf(first: CalendarDate, last: CalendarDate): CalendarDate[][] {
  const weeks: CalendarDate[][] = []
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    const start = monday
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(start, offset)))
  }
  return weeks
}

function classOf(day: DerivedDay | undefined, isFirst: boolean, isLast: boolean): string {
  if (!day) return ''
  const look = isLast ? styles.due : isFirst ? styles.event : day.number === null ? '' : styles.counted
  const isOff = day.kind !== 'working' && day.kind !== 'working-weekend'
  return `${look} ${isOff ? styles.off : ''}`
}
