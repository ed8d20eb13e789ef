import { isWorkingDay } from '@/lib/calendar/working-days'
import { dayOfTerm } from '@/lib/calendar/terms'
import { compareDates } from '@/lib/core/calendar-date'
import { dateInSentence } from '../../../_ui/dates'
import { DayRing } from '../../../_ui/day-ring'
import { dueWords } from '../../../_ui/due-words'
import { toneOf } from '../../../_ui/tone'
import styles from './case.module.css'
import { ClockRow } from './clock-row'
import type { CaseView } from './view'

/** The deadline before all else: day X of 30, the date in words, and every clock with its law. */
export function DeadlinePanel({ view }: { view: CaseView }) {
  const { t, locale, request, clocks, today, calendar, isOpen } = view
  const headline = clocks.find(({ clock }) => clock === 'response')
  if (!headline) return null
  const { dueOn, startedOn, daysLeft } = headline
  const until = headline.stoppedOn ?? request.closedOn ?? today
  const { day, of } = dayOfTerm(until, startedOn, dueOn)
  const tone = isOpen ? toneOf(daysLeft) : 'closed'
  const next = clocks.find(({ clock, stoppedOn }) => clock === request.nextClock && stoppedOn === null)
  const byDate = clocks.toSorted((a, b) => compareDates(a.dueOn, b.dueOn))
  return (
    <section className={styles.deadline} data-tone={tone} aria-labelledby="deadline">
      <div className={styles.ring}>
        <DayRing large day={day} of={of} tone={tone} label={t(day > of ? 'due.beyond' : 'due.dayOf', { day, of })} />
        <span aria-hidden="true">{t(day > of ? 'due.beyond' : 'due.dayOf', { day, of })}</span>
      </div>
      <div className={styles.due}>
        <h2 id="deadline">{headlineWords(view, dueOn)}</h2>
        {isOpen && (
          <p className={styles.left} data-tone={tone}>
            {dueWords(t, daysLeft, headline.unit)}
          </p>
        )}
        {next && next.id !== headline.id && (
          <p className={styles.before} data-tone={toneOf(next.daysLeft)}>
            {t('case.before', {
              clock: t(`clock.${next.clock}`),
              date: dateInSentence(next.dueOn, locale),
              left: dueWords(t, next.daysLeft, next.unit),
            })}
          </p>
        )}
        {isOpen && !isWorkingDay(calendar, dueOn) && (
          <p className={styles.note}>{t('case.safe', { date: dateInSentence(headline.derivation.safeOn, locale) })}</p>
        )}
        {headline.derivation.provisional && <p className={styles.note}>{t('case.provisional')}</p>}
        <h3 className="visually-hidden">{t('case.clocks')}</h3>
        <ul className={styles.clocks}>
          {byDate.map((clock) => (
            <ClockRow key={clock.id} view={view} clock={clock} isNext={clock.id === next?.id && clocks.length > 1} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function headlineWords({ t, locale, request, today }: CaseView, dueOn: string): string {
  if (request.closedOn) {
    if (request.state === 'withdrawn') return t('case.withdrawnOn', { date: dateInSentence(request.closedOn, locale) })
    const verdict = t(request.closedOn <= dueOn ? 'case.inTime' : 'case.late')
    return `${t('case.answeredOn', { date: dateInSentence(request.closedOn, locale) })}, ${verdict}`
  }
  return t(dueOn === today ? 'case.answerByToday' : 'case.answerBy', { date: dateInSentence(dueOn, locale) })
}
