'use client'

import { Fragment, type ReactNode, useEffect } from 'react'
import type { Invalid } from '@/lib/core/command'
import type { FormValues } from '@/app/_server/form-object'
import type { FormState } from '@/app/_server/form-state'
import { faultWords } from '@/app/_ui/form/error-words'
import { FormContext, pathOf } from '@/app/_ui/form/form-context'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { SubmissionId } from '@/app/_ui/form/submission-id'
import { useSentForm } from '@/app/_ui/form/use-sent-form'
import styles from './action-form.module.css'
import { ProofNeeded } from './proof-needed'

export type BoundAction<V = unknown> = (state: unknown, form: FormData) => Promise<FormState<V, string>>

interface Props {
  /** The form's own name on its page; with what it is about where a page has several of a kind. */
  name: string
  action: BoundAction
  /** What each refusal is called; an unknown one is shown as `invalid`. */
  reasons: Record<string, string>
  /** Messages of field errors by their key. */
  errors: Record<string, string>
  /** Fields that the form always sends. */
  hidden: Record<string, string>
  /** Of a form that adds something each time it is sent: sent twice it adds it once. */
  submissionId?: string
  /** What the fields hold before anything is typed. */
  initial?: Record<string, string>
  /** Said after a success where the page itself does not show it. */
  done?: string
  children: (form: FormView) => ReactNode
  className?: string
}

interface FormView {
  isPending: boolean
  values: FormValues
  /** What was typed into a field and is not accepted yet; undefined where that is nothing. */
  valueOf: (name: string) => string | undefined
  errorOf: (name: string) => string | undefined
}

/** A form of an officer: shows a refusal in words and keeps what was typed; works before scripts have come. */
export function ActionForm({ name, action, reasons, errors, hidden, submissionId, initial, done, ...rest }: Props) {
  const { children, className } = rest

  const form = useSentForm<unknown, string>(action, { name })
  const { state, values, drawn, sending, props } = form
  const { result } = state
  const refusal = result?.ok === false ? result : undefined
  const errorOf = fieldErrors(refusal, errors)
  // What is wrong may stand above the screen, far from the button.
  useEffect(() => {
    if (!refusal) return
    const find = (selector: string) => props.ref.current?.querySelector<HTMLElement>(selector)
    ;(find('[aria-invalid=true], [data-fault]') ?? find('[role=alert]'))?.focus()
  }, [refusal, props.ref])
  // The fields are drawn anew, and the button that was pressed with them: the keyboard goes on from here.
  useEffect(() => {
    if (result?.ok && document.activeElement === document.body)
      props.ref.current?.querySelector<HTMLElement>('[role=status]')?.focus()
  }, [result, props.ref])
  return (
    <form {...props} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormTrouble form={form} />
      {refusal?.reason === 'proof-needed' && <ProofNeeded />}
      {refusal && refusal.reason !== 'proof-needed' && (
        <p role="alert" tabIndex={-1} className={styles.problem}>
          {reasons[refusal.reason] ?? reasons['invalid']}
        </p>
      )}
      {done && result?.ok && (
        <p role="status" tabIndex={-1} className={styles.done}>
          {done}
        </p>
      )}
      <FormContext value={{ values: { ...initial, ...values }, errorOf }}>
        <Fragment key={drawn}>
          {submissionId && <SubmissionId given={submissionId} />}
          {children({ isPending: sending, values, valueOf: (name) => typedText(values, name), errorOf })}
        </Fragment>
      </FormContext>
    </form>
  )
}

export function typedText(values: FormValues, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** The first thing that is wrong with each field, in words. */
export function fieldErrors(refusal: object | undefined, errors: Record<string, string>) {
  const fields = refusal && 'fields' in refusal ? (refusal as Invalid).fields : {}
  return (name: string): string | undefined => {
    const [fault] = fields[pathOf(name)] ?? []
    return fault && faultWords(fault, { badChoice: errors['required'] ?? '', ...errors })
  }
}
