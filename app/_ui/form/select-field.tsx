'use client'

import type { Choice } from './choices'
import { FieldError, FieldLabel, FieldWhy, type FieldWords } from './field'
import { useField } from './form-context'
import styles from './field.module.css'

interface Props extends FieldWords {
  name: string
  /** What else a choice needs, for styles that depend on it. */
  choices: (Choice & { needs?: string })[]
  /** Shown while nothing is chosen. */
  empty: string
}

export function SelectField({ name, label, why, optional, choices, empty }: Props) {
  const { id, error, text, describedBy } = useField(name)
  return (
    <div className={styles.field}>
      <FieldLabel id={id} label={label} optional={optional} />
      <FieldWhy id={id}>{why}</FieldWhy>
      <FieldError id={id}>{error}</FieldError>
      <select
        id={id}
        name={name}
        defaultValue={text}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(why)}
      >
        <option value="">{empty}</option>
        {choices.map(({ value, label: choice, needs }) => (
          <option key={value} value={value} data-needs={needs}>
            {choice}
          </option>
        ))}
      </select>
    </div>
  )
}
