'use client'

import { FieldError, FieldWhy, type FieldWords } from './field'
import { useField } from './form-context'
import styles from './choices.module.css'
import fieldStyles from './field.module.css'

export interface Choice {
  value: string
  label: string
  hint?: string
}

interface Props extends FieldWords {
  name: string
  choices: Choice[]
  /** Several of them, as ticks; the name then ends in "[]". */
  many?: boolean
  /** Ticked where nobody has chosen yet. */
  preset?: string
  look?: 'cards' | 'chips'
}

/** One of few, or some of many. Each choice has the id "<field>-<value>", for styles that depend on it. */
export function Choices({ name, label, why, optional, choices, many = false, preset, look = 'cards' }: Props) {
  const { id, error, list, describedBy } = useField(name)
  const chosen = list.length === 0 && preset ? [preset] : list
  return (
    <fieldset id={id} tabIndex={-1} className={fieldStyles.field} aria-describedby={describedBy(why)}>
      <legend className={fieldStyles.label}>
        {label} {optional && <span className={fieldStyles.optional}>{optional}</span>}
      </legend>
      <FieldWhy id={id}>{why}</FieldWhy>
      <FieldError id={id}>{error}</FieldError>
      <div className={styles[look]}>
        {choices.map(({ value, label: choice, hint }) => (
          <label key={value} className={styles.choice}>
            <input
              type={many ? 'checkbox' : 'radio'}
              id={`${id}-${value}`}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className={styles.tick}
              aria-invalid={error ? true : undefined}
            />
            <span>
              {choice}
              {hint && <span className={styles.choiceHint}>{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One statement to agree with; the name ends in "?". */
export function Tick({ name, label }: { name: string; label: string }) {
  const { id, error, text, describedBy } = useField(name)
  return (
    <div className={fieldStyles.field}>
      <FieldError id={id}>{error}</FieldError>
      <label className={styles.choice}>
        <input
          type="checkbox"
          id={id}
          name={name}
          defaultChecked={text !== ''}
          className={styles.tick}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(undefined)}
          aria-required
        />
        <span>{label}</span>
      </label>
    </div>
  )
}
