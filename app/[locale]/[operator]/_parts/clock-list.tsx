import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { Icon } from '@/app/_ui/icon'
import { formatDate, formatDateInSentence } from '@/lib/i18n/format'
import { typeset } from '@/lib/i18n/typeset'
import type { ExplainedClock } from '@/lib/requests/model'
import { isDuty } from '@/lib/requests/verdicts'
import { useDutyWords } from './duty-words'
import styles from './clock-list.module.css'

/** All terms of a request, the earliest first: what by when or what became of it, how long that is, on what ground. */
export function ClockList({ clocks, locale }: { clocks: ExplainedClock[]; locale: Locale }) {
  const t = useTranslations('receipt')
  const kinds = useTranslations('kinds')
  const { condition } = useDutyWords(clocks, locale)
  return (
    <ul className={styles.list}>
      {clocks.map((clock) => (
        <li key={clock.id} className={styles.item}>
          <Icon name={iconOf(clock)} size={22} className={styles.icon} />
          <div>
            <p className={styles.what}>
              {kinds(`clock.${clock.clock}`)} <span className={styles.by}>{standing(clock)}</span>
            </p>
            <p className={styles.basis}>
              {termWords(clock)} · {typeset(clock.legalBasis[locale])}
              {clock.derivation.provisional && clock.stoppedOn === null && <> · {t('provisional')}</>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )

  /** Kept, missed and lapsed are three different things, and none of them is "by". */
  function standing(given: ExplainedClock): string {
    const { clock, dueOn, verdict } = given
    if (verdict.is === 'running') return t('by', { date: formatDateInSentence(dueOn, locale) }) + condition(given)
    if (verdict.is === 'overdue') return `— ${kinds('verdict.overdue', { date: formatDateInSentence(dueOn, locale) })}`
    const date = formatDate(verdict.on, locale)
    if (verdict.is !== 'lapsed') {
      return `— ${kinds(`verdict.${isDuty(clock) ? 'done' : 'answered'}.${verdict.is}`, { date })}`
    }
    const lapsed = `— ${kinds(`verdict.lapsed.${verdict.reason}`, { date })}`
    return verdict.late ? `${lapsed}; ${kinds('verdict.late')}` : lapsed
  }

  function termWords({ amount, unit, extendedAt, extensionAmount }: ExplainedClock): string {
    return extendedAt && extensionAmount && unit !== 'same-day'
      ? kinds(`termExtended.${unit}`, { amount, more: extensionAmount })
      : kinds(`term.${unit}`, { amount })
  }
}

function iconOf({ verdict }: ExplainedClock) {
  if (verdict.is === 'kept') return 'check'
  return verdict.is === 'missed' || verdict.is === 'overdue' ? 'alert' : 'clock'
}
