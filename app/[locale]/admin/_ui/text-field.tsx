import { useId } from 'react'
import styles from './text-field.module.css'

interface Props {
  name: string
  label: string
  hint?: string
  optional?: boolean
  error?: string | undefined
  defaultValue?: string | undefined
  maxLength: number
  rows: number
}

/** A longer text that grows with what is typed. */
export function TextField({ name, label, hint, optional = false, error, defaultValue, maxLength, rows }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        required={!optional}
        rows={rows}
        style={{ minHeight: `${rows * 1.5 + 1.375}em` }}
        maxLength={maxLength}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      />
    </div>
  )
}
