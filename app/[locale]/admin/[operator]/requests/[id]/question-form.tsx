'use client'

import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import { TextField } from '../../../_ui/text-field'
import type { FormWords } from './form-words'

interface Props {
  action: BoundAction
  requestId: string
  submissionId: string
  forms: FormWords
  labels: { text: string; hint: string; submit: string; working: string; done: string }
}

export function QuestionForm({ action, requestId, submissionId, forms, labels }: Props) {
  return (
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
          <TextField
            name="text"
            label={labels.text}
            hint={labels.hint}
            error={errorOf('text')}
            defaultValue={valueOf('text')}
            maxLength={5_000}
            rows={3}
          />
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
