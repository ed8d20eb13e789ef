'use client'

import { ActionForm, type BoundAction } from '../../../../_ui/action-form'
import { DateField } from '../../../../_ui/date-field'
import page from '../../../../_ui/page.module.css'
import type { FormWords } from '../form-words'

interface Props {
  action: BoundAction
  ids: { requestId: string; event: string }
  forms: FormWords
  labels: { date: string; dateHint: string; submit: string; working: string }
}

/** One date: when the event was that the clock is counted from. */
export function StartForm({ action, ids, forms, labels }: Props) {
  return (
    <ActionForm name={`start ${ids.event}`} action={action} {...forms} hidden={ids}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <DateField
            name="happenedOn"
            label={labels.date}
            hint={labels.dateHint}
            error={errorOf('happenedOn')}
            defaultValue={valueOf('happenedOn')}
          />
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
