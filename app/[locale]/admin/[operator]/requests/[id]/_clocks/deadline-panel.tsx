import { dayOfTerm } from '@/lib/calendar/terms'
import type { RecordedClock } from '@/lib/requests/model'
import { howCaseStands, nextClock } from '@/lib/requests/verdicts'
import { standingTone, standingWords } from '../../../../_ui/clock-words'
import { dateInSentence } from '../../../../_ui/dates'
import { DayRing } from '../../../../_ui/day-ring'
import styles from './clocks.module.css'
import { ClockRow } from './clock-row'
import { SafeDay } from './safe-day'
import type { CaseView } from '../view'

/**
 * The deadline before all else: the earliest date that binds leads, with its law; the 30 days stand beside it, with theirs.
 * The ring counts the days of the answer, after it those of the duty that leads, in the colour of what leads.
 */
export function DeadlinePanel({ view }: { view: CaseView }) {
  const { t, locale, clocks, today } = view
  const response = clocks.find(({ clock }) => clock === 'response')
  if (!response) return null
  const next = nextClock(clocks)
  const counted = view.awaitsAnswer || !next || next.unit === 'same-day' ? response : next
  const { day, of } = dayOfTerm(counted.stoppedOn ?? today, counted.startedOn, counted.dueOn)
  const tone = next ? standingTone(next) : 'closed'
  const dayWords = t(day > of ? 'due.beyond' : 'due.dayOf', { day, of })
  return (
    <section className={styles.deadline} data-tone={tone} aria-labelledby="deadline">
      <div className={styles.ring}>
        <DayRing large day={day} of={of} tone={tone} label={dayWords} />
        <span aria-hidden="true">{dayWords}</span>
      </div>
      <div className={styles.due}>
        <h2 id="deadline">{next ? leadingWords(view, next) : endedWords(view)}</h2>
        {next && (
          <>
            <p className={styles.left} data-tone={tone}>
              {standingWords(t, next, locale)}
            </p>
            <p className={styles.basis}>{next.legalBasis[locale]}</p>
            <SafeDay view={view} clock={next} />
          </>
        )}
        {next && !view.awaitsAnswer && <p className={styles.before}>{endedWords(view)}</p>}
        {next && view.awaitsAnswer && next.id !== response.id && (
          <p className={styles.before}>
            {t('case.responseBeside', {
              day: dayWords,
              date: dateInSentence(response.dueOn, locale),
              basis: response.legalBasis[locale],
            })}
          </p>
        )}
        <h3 className="visually-hidden">{t('case.clocks')}</h3>
        <ul className={styles.clocks}>
          {clocks.map((clock) => (
            <ClockRow key={clock.id} view={view} clock={clock} isNext={clock.id === next?.id && clocks.length > 1} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function leadingWords({ t, locale, today }: CaseView, { clock, dueOn }: RecordedClock): string {
  const values = { clock: t(`clock.${clock}`), date: dateInSentence(dueOn, locale) }
  return t(dueOn === today ? 'case.leadsToday' : 'case.leads', values)
}

/** What became of the request, and once nothing runs whether every term was kept. */
function endedWords({ t, locale, request, clocks, today, answer }: CaseView): string {
  const answered = clocks.find(({ clock }) => clock === 'response')?.stoppedOn ?? request.closedOn ?? today
  const date = dateInSentence(answered, locale)
  const ended = t(request.state === 'withdrawn' || !answer ? 'case.withdrawnOn' : 'case.answeredOn', { date })
  const timeliness = howCaseStands(clocks, today)
  return timeliness === 'undecided' || timeliness === 'lapsed' ? ended : `${ended}, ${t(`timeliness.${timeliness}`)}`
}
