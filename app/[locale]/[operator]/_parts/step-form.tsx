'use client'

import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { FormContext, pathOf } from '@/app/_ui/form/form-context'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import formStyles from '@/app/_ui/form/form.module.css'
import { Notice } from '@/app/_ui/form/notice'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import styles from './narrow.module.css'

/** What stands in the way, in words; whether there is what somebody asks for is never told. */
export interface Obstacle {
  problem: string
}

export type StepAction = SentTo<Obstacle, never>

interface Props {
  /** The form's own name on its page. */
  name: string
  action: StepAction
  /** What the page itself has to say before anything is sent. */
  problem?: string | undefined
  /** What the fields hold before anything is typed. */
  given?: Record<string, string>
  words: { submit: string; sending: string; errors: Record<string, string> }
  /** Beside the button. */
  beside?: ReactNode
  /** Above the fields. */
  head?: ReactNode
  children: ReactNode
}

/** A step to what is somebody's own: its fields, what stands in the way, and a button. */
export function StepForm({ name, action, problem, given = {}, words, beside, head, children }: Props) {
  // What is right opens another page: until then nothing that was typed is done with.
  const form = useSentForm(action, { name, isDone: () => false })
  const { state, values, drawn, sending, props } = form
  const { result } = state
  const noticeRef = useRef<HTMLDivElement>(null)
  useEffect(() => noticeRef.current?.focus(), [state])

  const invalid = result?.ok === false && result.reason === 'invalid' ? result.fields : {}
  const errorOf = (field: string) => words.errors[invalid[pathOf(field)]?.[0] ?? '']
  const obstacle = result === undefined ? problem : result.ok ? result.value.problem : undefined
  const typed = { ...values, ...Object.fromEntries(Object.entries(given).filter(([field]) => !values[field])) }
  return (
    <form {...props} noValidate className={formStyles.form}>
      <FormTrouble form={form} />
      {obstacle && (
        <Notice ref={noticeRef} tone="danger">
          {obstacle}
        </Notice>
      )}
      {head}
      <FormContext value={{ values: typed, errorOf }}>
        <Fragment key={drawn}>{children}</Fragment>
      </FormContext>
      <div className={styles.buttons}>
        <Button aria-disabled={sending}>{sending ? words.sending : words.submit}</Button>
        {beside}
      </div>
    </form>
  )
}
