import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Locale } from '@/db/enums'
import { formatDate, formatDateInSentence } from '@/lib/i18n/format'
import type { ExplainedClock } from '@/lib/requests/model'
import { answerClock } from '@/lib/requests/verdicts'
import { DueCalendar } from './due-calendar'
import styles from './due-why.module.css'

const bold = (chunks: ReactNode) => <strong>{chunks}</strong>

const countIn = { 'calendar-days': 'whyCount', 'working-days': 'whyCountWorking', 'same-day': 'whySameDay' } as const

interface Props {
  clocks: ExplainedClock[]
  locale: Locale
  /** One below the other, where the column is narrow. */
  narrow?: boolean
}

/** How the date of the answer came about, in words and as a calendar. */
export function DueWhy({ clocks, locale, narrow = false }: Props) {
  const t = useTranslations('receipt')
  const answer = answerClock(clocks)
  if (!answer) return null
  const { derivation, legalBasis, unit } = answer
  const { startedOn, nominalOn, dueOn, safeOn, term, provisional, safeProvisional } = derivation
  const words = (date: string) => formatDateInSentence(date, locale)
  const counted = { received: words(startedOn), days: term.amount, due: words(nominalOn), b: bold }
  return (
    <div className={`${styles.why} ${narrow ? '' : styles.columns}`}>
      <div className={styles.words}>
        <p>{t.rich(countIn[unit], counted)}</p>
        {dueOn !== nominalOn && <p>{t.rich('whyRolled', { days: term.amount, due: words(dueOn), b: bold })}</p>}
        {safeOn !== dueOn && <p>{t('whySafe', { due: formatDate(dueOn, locale), safe: words(safeOn) })}</p>}
        <p>{t('basis', { basis: legalBasis[locale] })}</p>
        {(provisional || (safeProvisional && safeOn !== dueOn)) && (
          <p className={styles.provisional}>{t('provisional')}</p>
        )}
      </div>
      <DueCalendar
        days={derivation.days}
        otherDueOn={clocks.map((clock) => clock.dueOn).filter((date) => date !== dueOn)}
        locale={locale}
      />
    </div>
  )
}
