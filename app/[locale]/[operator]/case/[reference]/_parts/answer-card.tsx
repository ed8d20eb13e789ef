import { useTranslations } from 'next-intl'
import type { Locale, RequestGround } from '@/db/enums'
import { formatInstant } from '@/lib/i18n/format'
import type { AnswerText, FileInfo } from '@/lib/requests/model'
import caseStyles from './case.module.css'
import styles from './answer-card.module.css'
import { FileList } from './file-list'

interface Props {
  answer: AnswerText
  ground: RequestGround | null
  files: FileInfo[]
  slug: string
  locale: Locale
  timeZone: string
}

/** The operator's decision: what it gives, on what ground it refuses, its letter and files, and how to appeal. */
export function AnswerCard({ answer, ground, files, slug, locale, timeZone }: Props) {
  const t = useTranslations('case.own')
  const outcomes = useTranslations('kinds.outcome')
  const { outcome, refusalGround, letter, releasedAt } = answer
  return (
    <section className={styles.answer} aria-labelledby="answer">
      <h2 id="answer" className={styles.answerTitle}>
        {t('answerTitle')}
      </h2>
      <p className={styles.outcome}>
        <span className={`${styles.badge} ${styles[outcome]}`}>{outcomes(outcome)}</span>
        {releasedAt && <span className={caseStyles.soft}>{formatInstant(releasedAt, locale, timeZone)}</span>}
      </p>
      {refusalGround && (
        <p className={styles.ground}>
          <strong>{t(outcome === 'partly' ? 'partlyGround' : 'ground')}.</strong> {t(`groundText.${refusalGround}`)}
        </p>
      )}
      <p className={styles.letter}>{letter}</p>
      <FileList title={t('answerFiles')} files={files} slug={slug} locale={locale} />
      {outcome !== 'fulfilled' && <p className={caseStyles.soft}>{t('appeal', { about: ground ?? 'data' })}</p>}
    </section>
  )
}
