'use client'

import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import type { FormWords } from './form-words'

interface Props {
  action: BoundAction
  requestId: string
  forms: FormWords
  labels: { submit: string; working: string }
}

/** One button: this request is mine from now on. */
export function TakeForm({ action, requestId, forms, labels }: Props) {
  return (
    <ActionForm action={action} {...forms} hidden={{ requestId }}>
      {({ isPending }) => (
        <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
          {isPending ? labels.working : labels.submit}
        </button>
      )}
    </ActionForm>
  )
}
