import { dueOn as dueOnOf, extendTerm } from '@/lib/calendar/terms'
import { formatDate } from '@/lib/i18n/format'
import type { RecordedClock } from '@/lib/requests/model'
import { isDuty } from '@/lib/requests/verdicts'
import { standingTone, standingWords } from '../../../../_ui/clock-words'
import { dateInSentence } from '../../../../_ui/dates'
import page from '../../../../_ui/page.module.css'
import { extend, recordStart } from './actions'
import caseStyles from '../case.module.css'
import styles from './clocks.module.css'
import { DaysCalendar } from './days-calendar'
import { Duty } from '../_duties/duty'
import { ExtendForm } from './extend-form'
import { SafeDay } from './safe-day'
import { StartForm } from './start-form'
import type { CaseView } from '../view'

/** One clock: its date, what is left, its law, how it was counted, and its extension where the law knows one. */
export function ClockRow({ view, clock, isNext }: { view: CaseView; clock: RecordedClock; isNext: boolean }) {
  const { t, locale } = view
  const running = clock.stoppedOn === null
  return (
    <li className={styles.clock}>
      <div className={styles.clockHead}>
        <strong>{t(`clock.${clock.clock}`)}</strong>
        {isNext && <span className={page.badge}>{t('case.nextClock')}</span>}
        {clock.extendedAt && <span className={page.badge}>{t('case.extended')}</span>}
      </div>
      <p className={styles.clockDue}>
        {dateInSentence(clock.dueOn, locale)}
        <span data-tone={standingTone(clock)}>{standingWords(t, clock, locale)}</span>
      </p>
      <p className={styles.basis}>{clock.legalBasis[locale]}</p>
      <SafeDay view={view} clock={clock} />
      {isDuty(clock.clock) && (clock.note ?? clock.recordedBy) && (
        <p className={caseStyles.soft}>
          {clock.note && <span className={caseStyles.words}>{clock.note} </span>}
          {clock.recordedBy && t('case.dutyBy', { name: clock.recordedBy })}
        </p>
      )}
      <div className={styles.more}>
        <details className={caseStyles.how}>
          <summary>{t('case.howCounted')}</summary>
          <p>{derivationWords(view, clock)}</p>
          <DaysCalendar view={view} clock={clock} />
        </details>
        {view.may.start && running && clock.countedFrom !== 'receipt' && clock.countedFrom !== 'correction' && (
          <details className={caseStyles.how}>
            <summary>{t(`case.start.${clock.countedFrom}`)}</summary>
            <p>{t(`case.startHint.${clock.countedFrom}`)}</p>
            <StartForm
              action={recordStart.bind(null, view.slug)}
              ids={{ requestId: view.request.id, event: clock.countedFrom }}
              forms={view.forms}
              labels={{
                date: t('case.startDate'),
                dateHint: t('case.dateHint'),
                submit: t('case.startSubmit'),
                working: t('case.starting'),
              }}
            />
          </details>
        )}
        <Duty view={view} clock={clock} />
        {view.may.extend && running && <Extension view={view} clock={clock} />}
      </div>
    </li>
  )
}

function Extension({ view, clock }: { view: CaseView; clock: RecordedClock }) {
  const { t, locale, slug, calendar, request, forms, today } = view
  const { extensionAmount, extendedAt, unit, startedOn, dueOn, rollForward } = clock
  if (!extensionAmount || extendedAt || unit === 'same-day' || today > dueOn) return null
  const hasEmail = view.personal.contact.email !== ''
  const moved = dueOnOf(calendar, startedOn, extendTerm(clock, extensionAmount), rollForward)
  return (
    <details className={caseStyles.how}>
      <summary>{t('case.extend')}</summary>
      <p>
        {t(`case.extendAmount.${unit}`, { n: extensionAmount })}{' '}
        {t('case.extendPreview', { date: dateInSentence(moved, locale) })}{' '}
        {t(hasEmail ? 'case.extendNotice' : 'case.extendNoticeByPost')}
      </p>
      <ExtendForm
        action={extend.bind(null, slug)}
        ids={{ requestId: request.id, clockId: clock.id }}
        forms={forms}
        labels={{
          reasons: t('case.reasonsLabel'),
          hint: t('case.reasonsHint'),
          submit: t(hasEmail ? 'case.extendSubmit' : 'case.extendSubmitByPost'),
          working: t('case.extending'),
        }}
      />
    </details>
  )
}

/** The count retold: "10 рабочих дней со дня после 18 декабря…, пропущено 14 нерабочих дней". */
function derivationWords({ t, locale }: CaseView, clock: RecordedClock): string {
  const { derivation, dueOn, unit, amount, extendedAt, extensionAmount } = clock
  const { term, startedOn, days } = derivation
  const skipped = days.filter(({ why }) => why === 'weekend' || why === 'holiday' || why === 'day-off').length
  const isRolled = days.some(({ why }) => why === 'rolled')
  const values = { amount: term.amount, start: formatDate(startedOn, locale), due: formatDate(dueOn, locale) }
  return [
    t(`case.derivation.${unit}`, values),
    skipped > 0 && t('case.derivation.skipped', { n: skipped }),
    isRolled && t('case.derivation.rolled'),
    extendedAt &&
      extensionAmount &&
      unit !== 'same-day' &&
      t(`case.derivation.extended.${unit}`, { amount, more: extensionAmount }),
  ]
    .filter(Boolean)
    .join(' ')
}
