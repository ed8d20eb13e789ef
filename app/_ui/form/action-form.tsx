'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import { Button, type ButtonLook } from '../button'
import { FormContext, pathOf } from './form-context'
import { Notice } from './notice'
import styles from './form.module.css'

export interface ActionWords {
  submit: string
  sending: string
  errors?: Record<string, string>
  /** Sentences for expected refusals, by reason. */
  refused?: Record<string, string>
  done?: string
}

interface Props<V, R extends string> {
  action: (state: FormState<V, R>, form: FormData) => Promise<FormState<V, R>>
  words: ActionWords
  look?: ButtonLook
  children?: ReactNode
}

/** A short form: its fields, one button, and what became of it. Works without scripts too. */
export function ActionForm<V, R extends string>({ action, words, look = 'primary', children }: Props<V, R>) {
  const [state, send, sending] = useActionState(action, initialFormState as FormState<V, R>)
  const noticeRef = useRef<HTMLDivElement>(null)
  const { result } = state
  const fields = result && 'fields' in result ? result.fields : {}
  const errorOf = (name: string) => {
    const key = fields[pathOf(name)]?.[0]
    return key === undefined ? undefined : (words.errors?.[key] ?? key)
  }
  const refusal = result?.ok === false && !('fields' in result) ? words.refused?.[result.reason] : undefined
  useEffect(() => noticeRef.current?.focus(), [state])
  return (
    <form action={send} noValidate className={styles.short} onSubmit={(event) => sending && event.preventDefault()}>
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
      <FormContext value={{ values: result?.ok ? {} : state.values, errorOf }}>{children}</FormContext>
      <div>
        <Button look={look} aria-disabled={sending}>
          {sending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  )
}
