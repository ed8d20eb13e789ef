import { type ComponentProps, useId } from 'react'
import styles from './settings.module.css'

type InputProps = Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'maxLength' | 'required' | 'autoComplete'>

interface Props extends InputProps {
  name: string
  label: string
  hint?: string
  error: string | undefined
  defaultValue: string
  /** Wide enough for a sentence or an address; a number needs less. */
  wide?: boolean
}

/** One line to type in, with how to fill it in and what is wrong with it. */
export function Field({ label, hint, error, wide = false, ...input }: Props) {
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
      <input
        {...input}
        id={id}
        className={wide ? styles.wide : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      />
    </div>
  )
}
