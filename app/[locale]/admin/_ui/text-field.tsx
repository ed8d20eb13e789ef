import { FieldFrame } from './field-frame'
import styles from './text-field.module.css'

interface Props {
  name: string
  label: string
  hint?: string
  optional?: boolean
  error?: string | undefined
  defaultValue?: string | undefined
  /** Another form that it belongs to, by its id; nothing is insisted on there. */
  form?: string | undefined
  rows: number
}

/** A longer text that grows with what is typed. Nothing is cut: what is too long is told at the field. */
export function TextField({ label, hint, error, optional = false, rows, ...textarea }: Props) {
  return (
    <FieldFrame
      styles={{ frame: styles.field, hint: styles.hint, error: styles.error }}
      label={label}
      hint={hint}
      error={error}
    >
      {(bound) => (
        <textarea
          {...textarea}
          {...bound}
          required={!optional && !textarea.form}
          rows={rows}
          style={{ minHeight: `${rows * 1.5 + 1.375}em` }}
        />
      )}
    </FieldFrame>
  )
}
