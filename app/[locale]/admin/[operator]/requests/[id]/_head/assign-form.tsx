'use client'

import { ActionForm, type BoundAction } from '../../../../_ui/action-form'
import page from '../../../../_ui/page.module.css'
import styles from './head.module.css'
import type { FormWords } from '../form-words'

interface Props {
  action: BoundAction
  requestId: string
  colleagues: readonly { id: string; name: string }[]
  forms: FormWords
  labels: { assignee: string; choose: string; submit: string; working: string }
}

/** A lead hands the request over. */
export function AssignForm({ action, requestId, colleagues, forms, labels }: Props) {
  return (
    <ActionForm name="assign" action={action} {...forms} hidden={{ requestId }} className={styles.popover}>
      {({ isPending, valueOf }) => (
        <>
          <label className={page.field}>
            {labels.assignee}
            <select name="assigneeId" required defaultValue={valueOf('assigneeId') ?? ''}>
              <option value="" disabled>
                {labels.choose}
              </option>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
