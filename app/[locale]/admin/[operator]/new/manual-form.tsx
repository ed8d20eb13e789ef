'use client'

import type { ReactNode } from 'react'
import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import styles from './manual.module.css'

interface Props {
  action: BoundAction
  submissionId: string
  /** What the fields hold before anything is typed. */
  initial: Record<string, string>
  labels: { submit: string; working: string }
  reasons: Record<string, string>
  errors: Record<string, string>
  children: ReactNode
}

export function ManualForm({ labels, children, ...form }: Props) {
  return (
    <ActionForm name="by-hand" {...form} hidden={{}} className={styles.form}>
      {({ isPending }) => (
        <>
          {children}
          <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
