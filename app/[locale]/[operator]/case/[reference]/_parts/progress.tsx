import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { dayOfTerm } from '@/lib/calendar/terms'
import { type CalendarDate, daysBetween } from '@/lib/core/calendar-date'
import { formatDate, formatDateInSentence } from '@/lib/i18n/format'
import type { ExplainedClock, RequestHead } from '@/lib/requests/model'
import { isOpen } from '@/lib/requests/rules'
import styles from './case.module.css'

interface Props {
  request: RequestHead
  clocks: ExplainedClock[]
  today: CalendarDate
  locale: Locale
}

/** Where the request stands: its state, the day of the term, and the date of the answer. */
export function Progress({ request, clocks, today, locale }: Props) {
  const t = useTranslations('case.own')
  const states = useTranslations('kinds.state')
  const [response] = clocks
  if (!response) return null
  const { startedOn, dueOn } = response
  const open = isOpen(request.state)
  const { day, of } = dayOfTerm(open ? today : (request.closedOn ?? today), startedOn, dueOn)
  const left = daysBetween(today, dueOn)
  const overdue = open && left < 0
  return (
    <div className={`${styles.progress} ${overdue ? styles.overdue : ''}`}>
      <p className={styles.state}>{states(request.state)}</p>
      <p className={styles.big}>{headline()}</p>
      <div className={styles.track}>
        <div className={styles.bar} style={{ width: `${Math.min(100, Math.max(2, (day / of) * 100))}%` }} />
      </div>
      <p className={styles.under}>
        {open ? (
          <>
            <span>{overdue ? t('overdue', { days: -left }) : t('daysLeft', { days: left })}</span>
            <span>
              {t('due')} <strong>{formatDateInSentence(dueOn, locale)}</strong>
            </span>
          </>
        ) : (
          <span>{t('dayOf', { day, of })}</span>
        )}
      </p>
      {overdue && <p>{t('overdueText', { due: formatDate(dueOn, locale) })}</p>}
    </div>
  )

  function headline(): string {
    if (request.state === 'withdrawn') return t('withdrawn')
    if (!open) return t('answered', { date: formatDate(request.closedOn ?? today, locale) })
    return day === 0 ? t('receivedToday') : t('dayOf', { day, of })
  }
}
