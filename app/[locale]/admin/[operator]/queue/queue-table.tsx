import type { Locale } from '@/db/enums'
import { dayOfTerm } from '@/lib/calendar/terms'
import { type CalendarDate, daysBetween } from '@/lib/core/calendar-date'
import { paths } from '@/lib/core/links'
import type { QueueRow } from '@/lib/requests/model'
import { dateBrief } from '../../_ui/dates'
import { DayRing } from '../../_ui/day-ring'
import { type AdminWords, dueWords } from '../../_ui/due-words'
import page from '../../_ui/page.module.css'
import { toneOf } from '../../_ui/tone'
import styles from './queue.module.css'

interface Props {
  rows: readonly QueueRow[]
  today: CalendarDate
  slug: string
  locale: Locale
  t: AdminWords
}

/** Plain markup: fifty rows carry no script, and no row names the person. */
export function QueueTable({ rows, today, slug, locale, t }: Props) {
  const words = (['term', 'request', 'next', 'assignee', 'state'] as const).map((key) => t(`queue.columns.${key}`))
  const nobody = t('queue.nobody')
  return (
    <div className={page.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {words.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { day, of } = dayOfTerm(today, row.receivedOn, row.responseDueOn)
            const left = daysBetween(today, row.nextDueOn)
            const tone = toneOf(left)
            return (
              <tr key={row.id} data-tone={tone}>
                <td className={styles.term}>
                  <DayRing
                    day={day}
                    of={of}
                    tone={toneOf(daysBetween(today, row.responseDueOn))}
                    label={t(day > of ? 'due.beyond' : 'due.dayOf', { day, of })}
                  />
                  <span aria-hidden="true">{t('queue.of', { of })}</span>
                </td>
                <td className={styles.request}>
                  <a href={paths.request(locale, slug, row.id)} data-row>
                    {row.reference}
                  </a>
                  <span className={styles.kind}>
                    {t(`kind.${row.kind}`)}
                    {row.requesterType !== 'subject' && `, ${t(`requester.${row.requesterType}`)}`}
                  </span>
                </td>
                <td className={styles.due}>
                  <strong>{dueWords(t, left)}</strong>
                  <span>
                    {t(`clock.${row.nextClock}`)}, {dateBrief(row.nextDueOn, locale)}
                  </span>
                </td>
                <td className={styles.assignee}>{row.assigneeName ?? <em>{nobody}</em>}</td>
                <td className={styles.state}>
                  <span className={page.badge} data-tone={row.state === 'registered' ? 'new' : undefined}>
                    {t(`state.${row.state}`)}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
