'use client'

import { Fragment, type ReactNode, useEffect, useId, useRef } from 'react'
import type { FormValues } from '@/app/_server/form-object'
import { Button, type ButtonLook } from '../button'
import { faultWords } from './error-words'
import { FormContext, pathOf } from './form-context'
import { FormTrouble } from './form-trouble'
import { Notice } from './notice'
import { type SentTo, useSentForm } from './use-sent-form'
import styles from './form.module.css'
import fieldStyles from './field.module.css'

export interface ActionWords {
  submit: string
  sending: string
  errors?: Record<string, string>
  /** Sentences for expected refusals, by reason. */
  refused?: Record<string, string>
  done?: string
}

interface Props<V, R extends string> {
  /** The form's own name on its page. */
  name: string
  action: SentTo<V, R>
  words: ActionWords
  look?: ButtonLook
  /** What stands there once nothing can be sent any more. What was typed and did not go through is shown with it. */
  over?: { instead: ReactNode; field: string; unsent: string } | false
  /** Behind the button. */
  beside?: ReactNode
  children?: ReactNode
}

/** A short form: its fields, one button, and what became of it. Works without scripts too. */
export function ActionForm<V, R extends string>({ name, action, words, look = 'primary', ...rest }: Props<V, R>) {
  const { over, beside, children } = rest
  const form = useSentForm(action, { name })
  const { state, values, lostFiles, drawn, sending, props } = form
  const noticeRef = useRef<HTMLDivElement>(null)
  const { result } = state
  const fields = result && 'fields' in result ? result.fields : {}
  const errorOf = (name: string) =>
    fields[pathOf(name)]?.map((fault) => faultWords(fault, words.errors ?? {})).join('\n')
  const refusal = result?.ok === false && !('fields' in result) ? words.refused?.[result.reason] : undefined
  useEffect(() => noticeRef.current?.focus(), [state])
  if (over) return <Unsent {...over} text={values[over.field]} />
  return (
    <form {...props} noValidate className={styles.form}>
      <FormTrouble form={form} />
      {refusal && (
        <Notice ref={noticeRef} tone="danger">
          {refusal}
        </Notice>
      )}
      {result?.ok && words.done && (
        <Notice ref={noticeRef} tone="good">
          {words.done}
        </Notice>
      )}
      <FormContext value={{ values, errorOf, lostFiles, answer: state }}>
        <Fragment key={drawn}>{children}</Fragment>
      </FormContext>
      <div>
        <Button look={look} aria-disabled={sending}>
          {sending ? words.sending : words.submit}
        </Button>
      </div>
      {beside}
    </form>
  )
}

interface UnsentProps {
  instead: ReactNode
  unsent: string
  text: FormValues[string] | undefined
}

function Unsent({ instead, unsent, text }: UnsentProps) {
  const id = useId()
  return (
    <div className={styles.form}>
      {instead}
      {text && (
        <div className={fieldStyles.field}>
          <label htmlFor={id} className={fieldStyles.label}>
            {unsent}
          </label>
          <textarea id={id} readOnly rows={4} value={text} className={fieldStyles.input} />
        </div>
      )}
    </div>
  )
}
