import { type ComponentProps, useId } from 'react'
import styles from './door.module.css'

type InputProps = Pick<
  ComponentProps<'input'>,
  'type' | 'autoComplete' | 'inputMode' | 'defaultValue' | 'readOnly' | 'autoFocus'
>

interface Props extends InputProps {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
}

/** One line to type in, as wide as the door. */
export function DoorField({ label, hint, error, ...input }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.soft}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <input
        {...input}
        id={id}
        required
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      />
    </div>
  )
}
