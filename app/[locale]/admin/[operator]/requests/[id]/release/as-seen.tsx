import { getTranslations } from 'next-intl/server'
import type { Locale, RequestGround } from '@/db/enums'
import type { AnswerDraft } from '@/lib/requests/model'
import caseStyles from '../case.module.css'
import styles from './release.module.css'

interface Props {
  answer: AnswerDraft
  ground: RequestGround | null
  /** Of the person. */
  locale: Locale
}

/** The answer in the very words of the person's own page, in their language. */
export async function AsSeen({ answer: { outcome, refusalGround, letter }, ground, locale }: Props) {
  const [t, outcomes] = await Promise.all([
    getTranslations({ locale, namespace: 'case.own' }),
    getTranslations({ locale, namespace: 'kinds.outcome' }),
  ])
  return (
    <div className={styles.asSeen}>
      {outcome && (
        <p>
          <strong>{outcomes(outcome)}</strong>
        </p>
      )}
      {refusalGround && (
        <p>
          <strong>{t(outcome === 'partly' ? 'partlyGround' : 'ground')}.</strong> {t(`groundText.${refusalGround}`)}
        </p>
      )}
      <p className={caseStyles.words}>{letter}</p>
      {outcome !== 'fulfilled' && <p className={caseStyles.soft}>{t('appeal', { about: ground ?? 'data' })}</p>}
    </div>
  )
}
