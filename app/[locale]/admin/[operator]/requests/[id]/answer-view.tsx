import type { AnswerText } from '@/lib/requests/model'
import type { AdminWords } from '../../../_ui/due-words'
import styles from './case.module.css'

/** The answer as text: the decision, its ground, the letter. */
export function AnswerView({ answer, t }: { answer: AnswerText; t: AdminWords }) {
  return (
    <div className={styles.letter}>
      <p>
        <strong>{t(`outcome.${answer.outcome}`)}</strong>
      </p>
      {answer.refusalGround && (
        <p>
          {t('release.refusalGround')}: {t(`refusal.${answer.refusalGround}`)}
        </p>
      )}
      <p className={styles.words}>{answer.letter}</p>
    </div>
  )
}
