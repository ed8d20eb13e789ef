'use client'

import type { ComponentProps } from 'react'
import { FieldError, FieldLabel, FieldWhy, type FieldWords } from './field'
import { useField } from './form-context'
import styles from './field.module.css'

type InputProps = Pick<ComponentProps<'input'>, 'autoComplete' | 'inputMode' | 'maxLength' | 'type' | 'spellCheck'>

interface Props extends FieldWords, InputProps {
  name: string
  /** About so many characters wide. */
  width?: 'code' | 'date' | 'key' | 'short'
}

/** A line of text, a date, an address. Native: phones know best how to fill it in. */
export function TextField({ name, label, why, optional, width, ...input }: Props) {
  const { id, error, text, describedBy } = useField(name)
  return (
    <div className={styles.field}>
      <FieldLabel id={id} label={label} optional={optional} />
      <FieldWhy id={id}>{why}</FieldWhy>
      <FieldError id={id}>{error}</FieldError>
      <input
        {...input}
        id={id}
        name={name}
        defaultValue={text}
        className={`${styles.input} ${width ? styles[width] : ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(why)}
        aria-required={optional ? undefined : true}
      />
    </div>
  )
}

/**
 * A date that is typed: what a picker of the browser drops without a word, half a date, comes through here and can be told.
 * `why` says how to write it.
 */
export function DateField(props: Omit<Props, 'type' | 'inputMode' | 'width'>) {
  return <TextField inputMode="numeric" width="date" maxLength={40} {...props} />
}

interface AreaProps extends FieldWords {
  name: string
  rows?: number
}

/** Somebody's words. A browser's own limit would cut what is pasted without a word: what is too long is told at the field. */
export function TextAreaField({ name, label, why, optional, rows = 4 }: AreaProps) {
  const { id, error, text, describedBy } = useField(name)
  return (
    <div className={styles.field}>
      <FieldLabel id={id} label={label} optional={optional} />
      <FieldWhy id={id}>{why}</FieldWhy>
      <FieldError id={id}>{error}</FieldError>
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={text}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(why)}
        aria-required={optional ? undefined : true}
      />
    </div>
  )
}
