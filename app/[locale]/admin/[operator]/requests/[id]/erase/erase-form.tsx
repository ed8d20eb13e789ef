'use client'

import { useId } from 'react'
import { ActionForm, type BoundAction } from '../../../../_ui/action-form'
import page from '../../../../_ui/page.module.css'
import styles from '../../../../_ui/text-field.module.css'
import type { FormWords } from '../form-words'

interface Props {
  action: BoundAction
  requestId: string
  grounds: readonly { value: string; label: string }[]
  words: FormWords
  labels: { ground: string; choose: string; sure: string; submit: string; working: string }
}

/** Why, and that it is meant. */
export function EraseForm({ action, requestId, grounds, words, labels }: Props) {
  const id = useId()
  return (
    <ActionForm name={`erase ${requestId}`} action={action} {...words} hidden={{ requestId }}>
      {({ isPending, valueOf, errorOf }) => (
        <div className={styles.field}>
          {errorOf('ground') && (
            <p id={`${id}-error`} className={styles.error}>
              {errorOf('ground')}
            </p>
          )}
          <label className={page.field}>
            {labels.ground}
            <select
              name="ground"
              required
              defaultValue={valueOf('ground') ?? ''}
              aria-invalid={errorOf('ground') ? true : undefined}
              aria-describedby={errorOf('ground') ? `${id}-error` : undefined}
            >
              <option value="" disabled>
                {labels.choose}
              </option>
              {grounds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label className={page.inline}>
            <input type="checkbox" name="sure?" value="yes" required defaultChecked={valueOf('sure?') === 'yes'} />
            {labels.sure}
          </label>
          {errorOf('sure') && <p className={styles.error}>{errorOf('sure')}</p>}
          <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </div>
      )}
    </ActionForm>
  )
}
