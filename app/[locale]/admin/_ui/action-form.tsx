'use client'

import { type ReactNode, startTransition, type SubmitEvent, useActionState, useState } from 'react'
import type { Invalid } from '@/lib/core/command'
import type { FormValues } from '@/app/_server/form-object'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import styles from './action-form.module.css'

export type BoundAction = (state: unknown, form: FormData) => Promise<FormState<unknown, string>>

interface Props {
  action: BoundAction
  /** What each refusal is called; an unknown one is shown as `invalid`. */
  reasons: Record<string, string>
  /** Messages of field errors by their key. */
  errors: Record<string, string>
  /** Fields that the form always sends. */
  hidden: Record<string, string>
  /** Said after a success where the page itself does not show it. */
  done?: string
  /** Empties the form after a success. */
  clears?: boolean
  children: (form: FormView) => ReactNode
  className?: string
}

interface FormView {
  isPending: boolean
  values: FormValues
  /** Something was typed that the server has not accepted. */
  isDirty: boolean
  /** What was typed into a field before the last answer of the server. */
  valueOf: (name: string) => string | undefined
  errorOf: (name: string) => string | undefined
}

/** A form of an officer: shows a refusal in words and keeps what was typed; works before scripts have come. */
export function ActionForm({ action, reasons, errors, hidden, done, clears, children, className }: Props) {
  const [state, submit, isPending] = useActionState(action, initialFormState)
  // The answer that was the last one when somebody typed: a newer answer means that nothing is unsaved.
  const [typedAfter, setTypedAfter] = useState<FormState<unknown, string>>()
  const { result, values } = state
  const refusal = result && !result.ok ? result : undefined
  const fields = refusal && 'fields' in refusal ? (refusal as Invalid).fields : {}

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    // The button that was pressed belongs to what is sent; and React would empty the form after an action.
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(() => submit(form))
  }

  return (
    <form
      action={submit}
      onSubmit={send}
      onChange={() => setTypedAfter(state)}
      className={className}
      // A success that empties the form makes a new one of it.
      key={clears && result?.ok ? JSON.stringify(values) : undefined}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refusal && (
        <p role="alert" className={styles.problem}>
          {reasons[refusal.reason] ?? reasons['invalid']}
        </p>
      )}
      {done && result?.ok && (
        <p role="status" className={styles.done}>
          {done}
        </p>
      )}
      {children({
        isPending,
        values,
        isDirty: typedAfter === state || refusal !== undefined,
        valueOf: (name) => {
          const value = values[name]
          return (clears && result?.ok) || typeof value !== 'string' ? undefined : value
        },
        errorOf: (name) => {
          const [key] = fields[name] ?? []
          return key && (errors[key] ?? errors['required'])
        },
      })}
    </form>
  )
}
