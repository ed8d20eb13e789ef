import type { AnswerDraft } from '@/lib/requests/model'
import type { AdminWords } from '../../../../_ui/due-words'
import caseStyles from '../case.module.css'
import styles from './answer-view.module.css'

/** The answer as text: the decision, its ground, the letter; of a draft, what there is of them. */
export function AnswerView({ answer, t }: { answer: AnswerDraft; t: AdminWords }) {
  return (
    <div className={styles.letter}>
      {answer.outcome && (
        <p>
          <strong>{t(`outcome.${answer.outcome}`)}</strong>
        </p>
      )}
      {answer.refusalGround && (
        <p>
          {t(answer.outcome === 'partly' ? 'release.partlyGround' : 'release.refusalGround')}.{' '}
          {upperFirst(t(`refusal.${answer.refusalGround}`))}
        </p>
      )}
      <p className={caseStyles.words}>{answer.letter}</p>
    </div>
  )
}

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
