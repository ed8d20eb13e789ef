'use client'

import { useId } from 'react'
import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import { TextField } from '../../../_ui/text-field'
import styles from '../../../_ui/text-field.module.css'
import type { FormWords } from './form-words'

interface Props {
  action: BoundAction
  ids: { requestId: string; clockId: string }
  forms: FormWords
  /** From the receipt to today, 'YYYY-MM-DD'. */
  range: { min: string; max: string }
  /** How it may have ended, where there is more than one way. */
  endings: readonly { value: string; label: string }[]
  /** Asked of a correction: whether a block is to be lifted. */
  blocked?: string | undefined
  labels: { date: string; note: string; noteHint: string; ending: string; submit: string; working: string }
}

/** What was done, and on which day; today unless an officer says otherwise. */
export function DutyForm({ action, ids, forms, range, endings, blocked, labels }: Props) {
  const id = useId()
  return (
    <ActionForm name={`duty ${ids.clockId}`} action={action} {...forms} hidden={ids}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <div className={styles.field}>
            <label htmlFor={id}>{labels.date}</label>
            {errorOf('doneOn') && (
              <p id={`${id}-error`} className={styles.error}>
                {errorOf('doneOn')}
              </p>
            )}
            <input
              id={id}
              type="date"
              name="doneOn"
              required
              {...range}
              defaultValue={valueOf('doneOn') ?? range.max}
              aria-invalid={errorOf('doneOn') ? true : undefined}
              aria-describedby={errorOf('doneOn') ? `${id}-error` : undefined}
            />
          </div>
          {endings.length > 1 && (
            <label className={page.field}>
              {labels.ending}
              <select name="ending" defaultValue={valueOf('ending')}>
                {endings.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
          <TextField
            name="note"
            optional
            label={labels.note}
            hint={labels.noteHint}
            error={errorOf('note')}
            defaultValue={valueOf('note')}
            maxLength={2_000}
            rows={2}
          />
          {blocked && (
            <label className={page.inline}>
              <input type="checkbox" name="wasBlocked?" value="yes" defaultChecked={valueOf('wasBlocked?') === 'yes'} />
              {blocked}
            </label>
          )}
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
