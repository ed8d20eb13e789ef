'use client'

import type { ReactNode } from 'react'
import { FormContext } from '@/app/_ui/form/form-context'
import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import styles from './manual.module.css'

interface Props {
  action: BoundAction
  /** However often the form arrives, it is one request. */
  submissionId: string
  /** What the fields hold before anything is typed. */
  initial: Record<string, string>
  labels: { submit: string; working: string }
  reasons: Record<string, string>
  errors: Record<string, string>
  children: ReactNode
}

export function ManualForm({ action, submissionId, initial, labels, reasons, errors, children }: Props) {
  return (
    <ActionForm action={action} reasons={reasons} errors={errors} hidden={{ submissionId }} className={styles.form}>
      {({ isPending, values, errorOf }) => (
        <FormContext value={{ values: { ...initial, ...values }, errorOf }}>
          {children}
          <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </FormContext>
      )}
    </ActionForm>
  )
}
