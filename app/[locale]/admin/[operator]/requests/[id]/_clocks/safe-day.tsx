import { isWorkingDay } from '@/lib/calendar/working-days'
import type { RecordedClock } from '@/lib/requests/model'
import { dateInSentence } from '../../../../_ui/dates'
import styles from '../case.module.css'
import type { CaseView } from '../view'

/** Beside a date that is a non-working day, while there is still time before it. */
export function SafeDay({ view, clock }: { view: CaseView; clock: RecordedClock }) {
  const { t, locale, calendar, today } = view
  const { dueOn, derivation, verdict } = clock
  const { safeOn, provisional } = derivation
  const isOff = verdict.is === 'running' && !isWorkingDay(calendar, dueOn) && today <= safeOn && safeOn !== dueOn
  const day = { date: dateInSentence(dueOn, locale), safe: dateInSentence(safeOn, locale) }
  return (
    <>
      {isOff && <p className={styles.note}>{t('case.safe', day)}</p>}
      {provisional && verdict.is === 'running' && <p className={styles.note}>{t('case.provisional')}</p>}
    </>
  )
}
