'use client'

import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import styles from './mail.module.css'

interface Props {
  action: BoundAction
  mailId: string
  reasons: Record<string, string>
  labels: { submit: string; working: string; done: string }
}

/** Queues a letter that was given up once more, as it was. */
export function ResendForm({ action, mailId, reasons, labels }: Props) {
  return (
    <ActionForm
      name="resend"
      action={action}
      reasons={reasons}
      errors={{}}
      hidden={{ mailId }}
      done={labels.done}
      className={styles.again}
    >
      {({ isPending }) => (
        <button type="submit" className={page.button} aria-disabled={isPending}>
          {isPending ? labels.working : labels.submit}
        </button>
      )}
    </ActionForm>
  )
}
