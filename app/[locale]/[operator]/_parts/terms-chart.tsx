import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { Locale } from '@/db/enums'
import { typeset } from '@/lib/i18n/typeset'
import { Section } from './section'
import type { TermRow } from './term-rows'
import styles from './terms-chart.module.css'

interface Props {
  rows: readonly TermRow[]
  /** Within which the clinic answers. */
  days: number
  locale: Locale
}

/** How long each thing takes, drawn on the days of the answer. */
export function TermsChart({ rows: all, days, locale }: Props) {
  const t = useTranslations('public.terms')
  const names = useTranslations('kinds')
  const rows = all.filter((row) => row.days < days)
  const share = (part: number): CSSProperties => ({ width: `${Math.min(100, (part / days) * 100)}%` })
  const aboutOf = ({ kind, ground, scope }: TermRow) =>
    ground
      ? names(`ground.${ground}`)
      : scope
        ? `${names(`name.${kind}`)}: ${names(`scope.${scope}`)}`
        : names(`name.${kind}`)
  return (
    <Section id="terms" title={t('title')} lead={t('lead', { days })}>
      <div className={styles.chart}>
        <p className={styles.scale} aria-hidden="true">
          <span>{t('receipt')}</span>
          <span>{t('day', { day: Math.round(days / 3) })}</span>
          <span>{t('day', { day: Math.round((days * 2) / 3) })}</span>
          <span>{t('day', { day: days })}</span>
        </p>
        <ul className={styles.rows}>
          <li className={styles.row}>
            <p className={styles.what}>
              <strong>{names('clock.response')}</strong>
              <span className={styles.amount}>{names('term.calendar-days', { amount: days })}</span>
            </p>
            <span className={styles.track}>
              <span className={`${styles.bar} ${styles.whole}`} style={share(days)} />
            </span>
          </li>
          {rows.map((row) => (
            <li key={[row.kind, row.ground, row.scope, row.clock].join()} className={styles.row}>
              <p className={styles.what}>
                <span>
                  {names(`clock.${row.clock}`)}
                  <span className={styles.basis}>{typeset(`${aboutOf(row)} · ${row.legalBasis[locale]}`)}</span>
                </span>
                <span className={styles.amount}>{names(`term.${row.unit}`, { amount: row.amount })}</span>
              </p>
              <span className={styles.track}>
                <span className={styles.bar} style={share(row.days)} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p className={styles.note}>{t('counting')}</p>
    </Section>
  )
}
