import { type AnswerOutcome, answerOutcomes, refusalGrounds } from '@/db/enums'
import { FieldFrame } from '../../../../_ui/field-frame'
import page from '../../../../_ui/page.module.css'
import { TextField } from '../../../../_ui/text-field'
import styles from './answer-form.module.css'

type Words = 'outcome' | 'ground' | 'choose' | 'letter' | 'hint' | 'partlyHint'

export type FieldLabels = Record<AnswerOutcome | Words, string>

interface Props {
  valueOf: (name: 'outcome' | 'refusalGround' | 'letter') => string | undefined
  errorOf: (name: string) => string | undefined
  labels: FieldLabels
  /** Absent where an answer of this kind names none. */
  grounds: Record<string, string> | undefined
}

/** The decision, the ground of what it declines, and the letter. */
export function AnswerFields({ valueOf, errorOf, labels, grounds }: Props) {
  return (
    <>
      <fieldset className={styles.outcomes}>
        <legend>{labels.outcome}</legend>
        {errorOf('outcome') && <p className={styles.error}>{errorOf('outcome')}</p>}
        {answerOutcomes.map((outcome) => (
          <label key={outcome}>
            <input
              type="radio"
              name="outcome"
              value={outcome}
              required
              defaultChecked={valueOf('outcome') === outcome}
            />
            {labels[outcome]}
          </label>
        ))}
      </fieldset>
      <p className={styles.partly}>{labels.partlyHint}</p>
      {grounds && (
        <FieldFrame
          styles={{ frame: `${page.field} ${styles.ground}`, hint: undefined, error: styles.error }}
          label={labels.ground}
          error={errorOf('refusalGround')}
        >
          {(bound) => (
            <select {...bound} name="refusalGround" defaultValue={valueOf('refusalGround') ?? ''}>
              <option value="">{labels.choose}</option>
              {refusalGrounds.map((ground) => (
                <option key={ground} value={ground}>
                  {grounds[ground]}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      )}
      <TextField
        name="letter"
        label={labels.letter}
        hint={labels.hint}
        error={errorOf('letter')}
        defaultValue={valueOf('letter')}
        rows={12}
      />
    </>
  )
}
