'use client'

import { type IntakeState, intakeStates } from '@/db/enums'
import type { Messages } from '@/lib/i18n/messages'
import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import styles from './links.module.css'

interface Props {
  action: BoundAction
  intake: IntakeState
  words: Messages['links']['intake']
  errors: Record<string, string>
}

/** Whether the clinic's pages take requests. */
export function IntakeForm({ action, intake, words, errors }: Props) {
  return (
    <ActionForm name="intake" action={action} reasons={words.reasons} errors={errors} hidden={{}} done={words.saved}>
      {({ isPending, valueOf }) => (
        <>
          <fieldset className={styles.intake}>
            <legend className="visually-hidden">{words.title}</legend>
            {intakeStates.map((state) => (
              <label key={state}>
                <input
                  type="radio"
                  name="intake"
                  value={state}
                  defaultChecked={(valueOf('intake') ?? intake) === state}
                />
                <span>
                  <strong>{words[state]}</strong> {words[`${state}Hint`]}
                </span>
              </label>
            ))}
          </fieldset>
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? words.working : words.save}
          </button>
        </>
      )}
    </ActionForm>
  )
}
