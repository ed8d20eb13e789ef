'use client'

import type { ReactNode } from 'react'
import { FormContext } from '@/app/_ui/form/form-context'
import { SubmissionId } from '@/app/_ui/form/submission-id'
import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import styles from './manual.module.css'

interface Props {
  action: BoundAction
  /** What the fields hold before anything is typed. */
  initial: Record<string, string>
  labels: { submit: string; working: string }
  reasons: Record<string, string>
  errors: Record<string, string>
  children: ReactNode
}

export function ManualForm({ action, initial, labels, reasons, errors, children }: Props) {
  return (
    <ActionForm name="by-hand" action={action} reasons={reasons} errors={errors} hidden={{}} className={styles.form}>
      {({ isPending, values, errorOf }) => (
        <FormContext value={{ values: { ...initial, ...values }, errorOf }}>
          <SubmissionId />
          {children}
          <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </FormContext>
      )}
    </ActionForm>
  )
}
