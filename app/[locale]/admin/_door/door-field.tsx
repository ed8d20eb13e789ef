import type { ComponentProps } from 'react'
import { FieldFrame } from '../_ui/field-frame'
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
  const words = { label: styles.label, hint: styles.soft, error: styles.error }
  return (
    <FieldFrame styles={{ ...words, frame: styles.field }} label={label} hint={hint} error={error}>
      {(bound) => <input {...input} {...bound} required className={styles.input} />}
    </FieldFrame>
  )
}
