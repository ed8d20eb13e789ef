import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Locale } from '@/db/enums'
import { formatDateInSentence } from '@/lib/i18n/format'
import type { ExplainedClock } from '@/lib/requests/model'
import { DueCalendar } from './due-calendar'
import styles from './due-why.module.css'

const bold = (chunks: ReactNode) => <strong>{chunks}</strong>

interface Props {
  clocks: ExplainedClock[]
  locale: Locale
  /** One below the other, where the column is narrow. */
  narrow?: boolean
}

/** How the date of the answer came about, in words and as a calendar. */
export function DueWhy({ clocks, locale, narrow = false }: Props) {
  const t = useTranslations('receipt')
  const [response, ...others] = clocks
  if (!response) return null
  const { derivation } = response
  const { startedOn, nominalOn, dueOn, safeOn, term, provisional, safeProvisional } = derivation
  const words = (date: string) => formatDateInSentence(date, locale)
  return (
    <div className={`${styles.why} ${narrow ? '' : styles.columns}`}>
      <div className={styles.words}>
        <p>{t.rich('whyCount', { received: words(startedOn), days: term.amount, due: words(nominalOn), b: bold })}</p>
        {dueOn !== nominalOn && <p>{t.rich('whyRolled', { days: term.amount, due: words(dueOn), b: bold })}</p>}
        {safeOn !== dueOn && <p>{t('whySafe', { safe: words(safeOn) })}</p>}
        {(provisional || (safeProvisional && safeOn !== dueOn)) && (
          <p className={styles.provisional}>{t('provisional')}</p>
        )}
      </div>
      <DueCalendar
        days={derivation.days}
        otherDueOn={others.map((clock) => clock.dueOn).filter((date) => date !== dueOn)}
        locale={locale}
      />
    </div>
  )
}
