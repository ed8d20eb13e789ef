import type { ComponentProps } from 'react'
import { FieldFrame } from '../../_ui/field-frame'
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
  return (
    <FieldFrame
      styles={{ frame: styles.field, hint: styles.hint, error: styles.error }}
      label={label}
      hint={hint}
      error={error}
    >
      {(bound) => <input {...input} {...bound} className={wide ? styles.wide : undefined} />}
    </FieldFrame>
  )
}
