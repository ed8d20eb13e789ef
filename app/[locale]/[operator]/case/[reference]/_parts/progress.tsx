import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { dayOfTerm } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { formatDate, formatDateInSentence } from '@/lib/i18n/format'
import { typeset } from '@/lib/i18n/typeset'
import type { ExplainedClock, RequestHead } from '@/lib/requests/model'
import { awaitsAnswer } from '@/lib/requests/rules'
import { nextClock } from '@/lib/requests/verdicts'
import { useDutyWords } from '../../../_parts/duty-words'
import caseStyles from './case.module.css'
import styles from './progress.module.css'

interface Props {
  request: RequestHead
  clocks: ExplainedClock[]
  today: CalendarDate
  locale: Locale
}

/** Where the request stands: what the clinic must do next and by when, the day of the answer's term beside it. */
export function Progress({ request, clocks, today, locale }: Props) {
  const t = useTranslations('case.own')
  const states = useTranslations('kinds.state')
  const { duty } = useDutyWords(clocks, locale)
  const response = clocks.find(({ clock }) => clock === 'response')
  if (!response) return null
  const next = nextClock(clocks)
  const { day, of } = dayOfTerm(response.stoppedOn ?? today, response.startedOn, response.dueOn)
  const dayWords = t('dayOf', { day, of })
  const ended = formatDate(response.stoppedOn ?? today, locale)
  return (
    <div className={`${styles.progress} ${next?.verdict.is === 'overdue' ? styles.overdue : ''}`}>
      <p className={styles.state}>{states(request.state)}</p>
      <p className={styles.big}>
        {next ? duty(next) : t(request.state === 'withdrawn' ? 'withdrawn' : 'answered', { date: ended })}
      </p>
      {awaitsAnswer(request) && (
        <div className={styles.track}>
          <div className={styles.bar} style={{ width: `${Math.min(100, Math.max(2, (day / of) * 100))}%` }} />
        </div>
      )}
      {next && (
        <p className={styles.under}>
          <span>{leftWords(next)}</span>
          <span>{typeset(next.legalBasis[locale])}</span>
        </p>
      )}
      {next?.verdict.is === 'overdue' && <p>{t('complain', { about: request.ground ?? 'data' })}</p>}
      {next && awaitsAnswer(request) && (
        <p className={caseStyles.soft}>
          {next.id === response.id
            ? dayWords
            : t('beside', {
                day: dayWords,
                date: formatDateInSentence(response.dueOn, locale),
                basis: typeset(response.legalBasis[locale]),
              })}
        </p>
      )}
      {next && !awaitsAnswer(request) && <p className={caseStyles.soft}>{t('stillDue', { date: ended })}</p>}
    </div>
  )

  /** In the days that the clock counts: working ones, where it runs in them. */
  function leftWords({ daysLeft, unit, verdict }: ExplainedClock): string {
    const working = unit === 'working-days'
    if (verdict.is === 'overdue') return t(working ? 'overdueWorking' : 'overdue', { days: -daysLeft })
    return t(working ? 'daysLeftWorking' : 'daysLeft', { days: daysLeft })
  }
}
