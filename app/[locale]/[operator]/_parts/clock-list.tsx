import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { Icon } from '@/app/_ui/icon'
import { formatDate, formatDateInSentence } from '@/lib/i18n/format'
import { typeset } from '@/lib/i18n/typeset'
import type { ExplainedClock } from '@/lib/requests/model'
import styles from './clock-list.module.css'

/** All terms of a request: what by when, how long that is, and on what ground. */
export function ClockList({ clocks, locale }: { clocks: ExplainedClock[]; locale: Locale }) {
  const t = useTranslations('receipt')
  const kinds = useTranslations('kinds')
  return (
    <ul className={styles.list}>
      {clocks.map(({ id, clock, amount, unit, dueOn, stoppedOn, legalBasis, derivation }) => (
        <li key={id} className={styles.item}>
          <Icon name={stoppedOn ? 'check' : 'clock'} size={22} className={styles.icon} />
          <div>
            <p className={styles.what}>
              {kinds(`clock.${clock}`)}{' '}
              <span className={styles.by}>
                {stoppedOn
                  ? t('stopped', { date: formatDate(stoppedOn, locale) })
                  : t('by', { date: formatDateInSentence(dueOn, locale) })}
              </span>
            </p>
            <p className={styles.basis}>
              {kinds(`term.${unit}`, { amount })} · {typeset(legalBasis[locale])}
              {derivation.provisional && <> · {t('provisional')}</>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
