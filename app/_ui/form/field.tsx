import type { ReactNode } from 'react'
import { Icon } from '../icon'
import styles from './field.module.css'

export interface FieldWords {
  label: string
  /** Why it is asked, or how to fill it in. */
  why?: string
  /** The word "optional", shown beside the label. */
  optional?: string
}

export function FieldLabel({ id, label, optional }: { id: string; label: string; optional?: string }) {
  return (
    <label htmlFor={id} className={styles.label}>
      {label} {optional && <span className={styles.optional}>{optional}</span>}
    </label>
  )
}

export function FieldWhy({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={`${id}-why`} className={styles.why}>
      {children}
    </p>
  ) : null
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={`${id}-error`} className={styles.error}>
      <Icon name="alert" size={18} /> {children}
    </p>
  ) : null
}
