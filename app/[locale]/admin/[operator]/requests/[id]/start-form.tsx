'use client'

import { useId } from 'react'
import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import styles from '../../../_ui/text-field.module.css'
import type { FormWords } from './form-words'

interface Props {
  action: BoundAction
  ids: { requestId: string; event: string }
  forms: FormWords
  /** From the receipt to today, 'YYYY-MM-DD'. */
  range: { min: string; max: string }
  labels: { date: string; submit: string; working: string }
}

/** One date: when the event was that the clock is counted from. */
export function StartForm({ action, ids, forms, range, labels }: Props) {
  const id = useId()
  return (
    <ActionForm name={`start ${ids.event}`} action={action} {...forms} hidden={ids}>
      {({ isPending, valueOf, errorOf }) => (
        <div className={styles.field}>
          <label htmlFor={id}>{labels.date}</label>
          {errorOf('happenedOn') && (
            <p id={`${id}-error`} className={styles.error}>
              {errorOf('happenedOn')}
            </p>
          )}
          <input
            id={id}
            type="date"
            name="happenedOn"
            required
            {...range}
            defaultValue={valueOf('happenedOn')}
            aria-invalid={errorOf('happenedOn') ? true : undefined}
            aria-describedby={errorOf('happenedOn') ? `${id}-error` : undefined}
          />
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </div>
      )}
    </ActionForm>
  )
}
