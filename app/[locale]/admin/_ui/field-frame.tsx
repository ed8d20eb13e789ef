import { type ReactNode, useId } from 'react'

/** What binds the control to its words. */
interface Bound {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface Props {
  styles: { frame: string | undefined; label?: string | undefined; hint: string | undefined; error: string | undefined }
  label: string
  hint?: string | undefined
  error?: string | undefined
  children: (bound: Bound) => ReactNode
}

/** The name of something to fill in, how to fill it in, and what is wrong with it. */
export function FieldFrame({ styles, label, hint, error, children }: Props) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.frame}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
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
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined })}
    </div>
  )
}
