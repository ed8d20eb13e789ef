import type { AnswerOutcome } from '@/db/enums'
import type { AnswerDraft } from '@/lib/requests/model'
import page from '../../../../_ui/page.module.css'
import styles from './answer-form.module.css'

export type NewerLabels = Record<'newerTitle' | 'newerText' | 'keepOwn' | 'takeNewer', string>

interface Props {
  draft: AnswerDraft
  /** Absent before scripts have come: then the form's own button saves over it, and the page anew takes it. */
  choose?: { keepOwn: () => void; takeNewer: () => void }
  labels: NewerLabels & Record<AnswerOutcome, string>
  grounds: Record<string, string> | undefined
}

/** The text that somebody else has saved meanwhile, above one's own. */
export function NewerText({ draft, choose, labels, grounds }: Props) {
  const { outcome, refusalGround, letter } = draft
  return (
    <section className={styles.newer} aria-label={labels.newerTitle} role="alert">
      <p>
        <strong>{labels.newerTitle}</strong>
      </p>
      <p>{labels.newerText}</p>
      <blockquote>
        {outcome && <p>{labels[outcome]}</p>}
        {refusalGround && <p>{grounds?.[refusalGround]}</p>}
        <p className={styles.newerLetter}>{letter}</p>
      </blockquote>
      {choose && (
        <div className={styles.buttons}>
          <button type="button" className={page.button} onClick={choose.keepOwn}>
            {labels.keepOwn}
          </button>
          <button type="button" className={page.button} onClick={choose.takeNewer}>
            {labels.takeNewer}
          </button>
        </div>
      )}
    </section>
  )
}
