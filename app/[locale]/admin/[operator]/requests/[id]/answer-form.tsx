'use client'

import { useEffect } from 'react'
import { type AnswerOutcome, answerOutcomes, refusalGrounds } from '@/db/enums'
import type { AnswerDraft } from '@/lib/requests/model'
import { letterLimit } from '@/lib/requests/staff-schemas'
import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import { TextField } from '../../../_ui/text-field'
import styles from './answer-form.module.css'
import type { FormWords } from './form-words'

type Words =
  | 'outcome'
  | 'ground'
  | 'choose'
  | 'letter'
  | 'hint'
  | 'partlyHint'
  | 'save'
  | 'saving'
  | 'saved'
  | 'unsaved'
  | 'review'

interface Props {
  action: BoundAction
  requestId: string
  draft: AnswerDraft | undefined
  forms: FormWords
  labels: Record<AnswerOutcome | Words, string>
  grounds: Record<(typeof refusalGrounds)[number], string>
}

export function AnswerForm({ action, requestId, draft, forms, labels, grounds }: Props) {
  return (
    <ActionForm
      action={action}
      {...forms}
      hidden={{ requestId, basedOn: String(draft?.version ?? 0) }}
      className={styles.form}
    >
      {({ isPending, isDirty, valueOf, errorOf }) => (
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
                  defaultChecked={(valueOf('outcome') ?? draft?.outcome) === outcome}
                />
                {labels[outcome]}
              </label>
            ))}
          </fieldset>
          <p className={styles.partly}>{labels.partlyHint}</p>
          <label className={`${page.field} ${styles.ground}`}>
            {labels.ground}
            {errorOf('refusalGround') && <span className={styles.error}>{errorOf('refusalGround')}</span>}
            <select name="refusalGround" defaultValue={valueOf('refusalGround') ?? draft?.refusalGround ?? ''}>
              <option value="">{labels.choose}</option>
              {refusalGrounds.map((ground) => (
                <option key={ground} value={ground}>
                  {grounds[ground]}
                </option>
              ))}
            </select>
          </label>
          <TextField
            name="letter"
            label={labels.letter}
            hint={labels.hint}
            error={errorOf('letter')}
            defaultValue={valueOf('letter') ?? draft?.letter}
            maxLength={letterLimit}
            rows={12}
          />
          <LeaveGuard isDirty={isDirty} />
          <div className={styles.buttons}>
            <button
              type="submit"
              name="then"
              value="review"
              className={`${page.button} ${page.primary}`}
              aria-disabled={isPending}
            >
              {labels.review}
            </button>
            <button type="submit" className={page.button} aria-disabled={isPending}>
              {isPending ? labels.saving : labels.save}
            </button>
            <span role="status" data-dirty={isDirty}>
              {isDirty ? labels.unsaved : labels.saved}
            </span>
          </div>
        </>
      )}
    </ActionForm>
  )
}

/** The browser asks before a letter that is not saved is left. */
function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  return null
}
