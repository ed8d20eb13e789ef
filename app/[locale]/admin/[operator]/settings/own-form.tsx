'use client'

import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import { Field } from './field'
import styles from './settings.module.css'
import type { FormWords, OwnWords } from './words'

interface Props {
  action: BoundAction
  values: { digest: 'single' | 'daily'; digestHour: number; daysBefore: string }
  /** The hours of the day that a digest may come at. */
  hours: readonly number[]
  words: OwnWords
  forms: FormWords
}

/** How the one who looks at it wants to be reminded. */
export function OwnForm({ action, values, hours, words, forms }: Props) {
  const { saved, saving, ...rest } = forms
  return (
    <ActionForm name="own" action={action} {...rest} hidden={{}} done={saved} className={styles.form}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <fieldset className={styles.choices}>
            <legend>{words.how}</legend>
            {(['single', 'daily'] as const).map((digest) => (
              <label key={digest} className={styles.tick}>
                <input
                  type="radio"
                  name="digest"
                  value={digest}
                  defaultChecked={digest === (valueOf('digest') ?? values.digest)}
                />
                {words[digest]}
              </label>
            ))}
          </fieldset>
          <label className={styles.field}>
            <span>{words.hour}</span>
            <span className={styles.hint}>{words.hourHint}</span>
            <select name="digestHour" defaultValue={valueOf('digestHour') ?? values.digestHour}>
              {hours.map((hour) => (
                <option key={hour} value={hour}>
                  {hour}:00
                </option>
              ))}
            </select>
          </label>
          <Field
            name="daysBefore"
            label={words.days}
            hint={words.daysHint}
            error={errorOf('daysBefore')}
            defaultValue={valueOf('daysBefore') ?? values.daysBefore}
            maxLength={60}
            wide
          />
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? saving : words.save}
          </button>
        </>
      )}
    </ActionForm>
  )
}
