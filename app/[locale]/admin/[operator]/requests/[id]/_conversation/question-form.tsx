'use client'

import { ActionForm, type BoundAction, fieldErrors, typedText } from '../../../../_ui/action-form'
import page from '../../../../_ui/page.module.css'
import { TextField } from '../../../../_ui/text-field'
import styles from '../case.module.css'
import type { FormWords } from '../form-words'
import { LETTER, useLetter } from '../_letter/letter-form'

interface Props {
  action: BoundAction
  requestId: string
  submissionId: string
  /** The page has the letter's form too. */
  isBesideLetter: boolean
  forms: FormWords
  labels: { text: string; hint: string; submit: string; working: string; done: string }
}

export function QuestionForm({ action, requestId, submissionId, isBesideLetter, forms, labels }: Props) {
  const { state, isLive } = useLetter()
  const form = isBesideLetter && !isLive ? LETTER : undefined
  // What was typed here and went with the letter's form, and is not asked yet.
  const isAsked = state.result?.ok === true && state.values['then'] === 'ask'
  const back = isAsked ? {} : state.values
  const refusal = state.result?.ok === false ? state.result : undefined
  const errorBeside = fieldErrors(refusal, forms.errors)('text')
  return (
    <details className={styles.how} open={typedText(back, 'text') ? true : undefined}>
      <summary>{labels.text}</summary>
      <ActionForm
        name="question"
        action={action}
        {...forms}
        hidden={{ requestId }}
        submissionId={submissionId}
        done={labels.done}
      >
        {({ isPending, valueOf, errorOf }) => (
          <>
            {/* What the Enter key presses in the letter's form: never the button that asks. */}
            {form && <button form={form} className="visually-hidden" tabIndex={-1} aria-hidden="true" />}
            {form && (
              <input
                type="hidden"
                name="submissionId"
                form={form}
                value={typedText(back, 'submissionId') ?? submissionId}
              />
            )}
            <TextField
              name="text"
              label={labels.text}
              hint={labels.hint}
              error={errorOf('text') ?? errorBeside}
              defaultValue={valueOf('text') ?? typedText(back, 'text')}
              rows={3}
              form={form}
            />
            <button
              type="submit"
              className={page.button}
              aria-disabled={isPending}
              {...(form && { form, name: 'then', value: 'ask', formNoValidate: true })}
            >
              {isPending ? labels.working : labels.submit}
            </button>
          </>
        )}
      </ActionForm>
    </details>
  )
}
