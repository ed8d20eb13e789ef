import { dutyEndings } from '@/db/enums'
import type { RecordedClock } from '@/lib/requests/model'
import { canBeMadeLawful, decideUndo } from '@/lib/requests/rules'
import { writeDate } from '@/lib/text/dates'
import { localDate } from '@/lib/core/zoned'
import { isDuty } from '@/lib/requests/verdicts'
import { fulfil, undo } from './actions'
import { ButtonForm } from '../../../../_ui/button-form'
import styles from '../case.module.css'
import { DutyForm } from './duty-form'
import type { CaseView } from '../view'

/** A duty that runs is recorded as done here; one that was recorded by a slip is taken back. */
export function Duty({ view, clock }: { view: CaseView; clock: RecordedClock }) {
  const { t, request, forms, slug, today } = view
  const ids = { requestId: request.id, clockId: clock.id }
  if (!view.may.fulfil || !isDuty(clock.clock)) return null
  if (clock.stoppedOn === null) {
    const endings = canBeMadeLawful(request, clock.clock) ? dutyEndings : (['done'] as const)
    // Two forms in one place: without keys the second would open as the first was left.
    return (
      <details key="record" className={styles.how}>
        <summary>{t('case.duty')}</summary>
        <p>{t('case.dutyHint')}</p>
        <DutyForm
          action={fulfil.bind(null, slug)}
          ids={ids}
          forms={forms}
          today={writeDate(today)}
          endings={endings.map((value) => ({ value, label: t(`case.dutyEnding.${value}`) }))}
          blocked={clock.clock === 'correct' ? t('case.dutyBlocked') : undefined}
          labels={{
            date: t('case.dutyDate'),
            dateHint: t('case.dateHint'),
            note: t('case.dutyNote'),
            noteHint: t('case.dutyNoteHint'),
            ending: t('case.dutyEnding.label'),
            submit: t('case.duty'),
            working: t('case.dutyWorking'),
          }}
        />
      </details>
    )
  }
  const recordedOn = clock.recordedAt && localDate(clock.recordedAt, view.operator.timeZone)
  if (!decideUndo(request, clock, { recordedOn, today }).ok) return null
  return (
    <details key="undo" className={styles.how}>
      <summary>{t('case.dutyUndo')}</summary>
      <p>{t('case.dutyUndoHint')}</p>
      <ButtonForm
        look="plain"
        action={undo.bind(null, slug)}
        ids={ids}
        forms={forms}
        labels={{ submit: t('case.dutyUndo'), working: t('case.dutyUndoWorking') }}
      />
    </details>
  )
}
