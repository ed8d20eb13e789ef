'use client'

import { ActionForm, type BoundAction } from '../../../../_ui/action-form'
import page from '../../../../_ui/page.module.css'
import { TextField } from '../../../../_ui/text-field'
import type { FormWords } from '../form-words'

interface Props {
  action: BoundAction
  ids: { requestId: string; clockId: string }
  forms: FormWords
  labels: { reasons: string; hint: string; submit: string; working: string }
}

/** Reasons are asked for by law: the person reads them together with the new date. */
export function ExtendForm({ action, ids, forms, labels }: Props) {
  return (
    <ActionForm name={`extend ${ids.clockId}`} action={action} {...forms} hidden={ids}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <TextField
            name="reasons"
            label={labels.reasons}
            hint={labels.hint}
            error={errorOf('reasons')}
            defaultValue={valueOf('reasons')}
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
