import { FieldFrame } from './field-frame'
import styles from './text-field.module.css'

interface Props {
  name: string
  label: string
  /** How to write it. */
  hint: string
  error?: string | undefined
  defaultValue?: string | undefined
}

/**
 * A date that is typed, as on patients' pages: what a picker of the browser drops without a word, half a date, comes
 * through here and can be told.
 */
export function DateField({ label, hint, error, ...input }: Props) {
  return (
    <FieldFrame
      styles={{ frame: styles.field, hint: styles.hint, error: styles.error }}
      label={label}
      hint={hint}
      error={error}
    >
      {(bound) => <input {...input} {...bound} inputMode="numeric" autoComplete="off" maxLength={40} aria-required />}
    </FieldFrame>
  )
}
