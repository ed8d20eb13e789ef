import { useId } from 'react'
import styles from './settings.module.css'

interface Props<T extends string> {
  name: string
  label: string
  hint: string
  defaultValue: string
  /** What there is to choose from, and what each is called. */
  options: Record<T, string>
}

/** One of a few values, with what it does. */
export function SelectField<T extends string>({ name, label, hint, defaultValue, options }: Props<T>) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <select id={id} name={name} defaultValue={defaultValue} aria-describedby={`${id}-hint`}>
        {Object.entries<string>(options).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}
