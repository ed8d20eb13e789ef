'use client'

import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { faultWords } from '@/app/_ui/form/error-words'
import { FormContext, pathOf } from '@/app/_ui/form/form-context'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import formStyles from '@/app/_ui/form/form.module.css'
import { Notice } from '@/app/_ui/form/notice'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import styles from './narrow.module.css'

/** What stands in the way, in words; whether there is what somebody asks for is never told. */
export interface Obstacle {
  problem: string
  /** The field that it is about. */
  at?: string
  /** Nothing can be sent from here any more: the way on stands beside. */
  isOver?: boolean
}

export type StepAction = SentTo<Obstacle, never>

interface Props {
  /** The form's own name on its page. */
  name: string
  action: StepAction
  /** What the page itself has to say before anything is sent. */
  obstacle?: Obstacle | undefined
  /** What the fields hold before anything is typed. */
  given?: Record<string, string>
  words: { submit: string; sending: string; errors: Record<string, string> }
  /** Beside the button, or in its place. */
  beside?: ReactNode
  /** Above the fields. */
  head?: ReactNode
  children: ReactNode
}

/** A step to what is somebody's own: its fields, what stands in the way, and a button. */
export function StepForm({ name, action, obstacle: known, given = {}, words, beside, head, children }: Props) {
  // What is right opens another page: until then nothing that was typed is done with.
  const form = useSentForm(action, { name, isDone: () => false })
  const { state, values, drawn, sending, trouble, props } = form
  const { result } = state
  const noticeRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = props.ref.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    ;(noticeRef.current ?? field)?.focus()
  }, [state, props.ref])

  const invalid = result?.ok === false && result.reason === 'invalid' ? result.fields : {}
  // What stood in the way of the last answer is nothing that is said of a try that never arrived.
  const last = trouble ? undefined : result
  const obstacle = last === undefined ? known : last.ok ? last.value : undefined
  const errorOf = (field: string) => {
    const [fault] = invalid[pathOf(field)] ?? []
    return obstacle?.at === field ? obstacle.problem : fault && faultWords(fault, words.errors)
  }
  const typed = { ...values, ...Object.fromEntries(Object.entries(given).filter(([field]) => !values[field])) }
  return (
    <form {...props} noValidate className={formStyles.form}>
      <FormTrouble form={form} />
      {obstacle && !obstacle.at && (
        <Notice ref={noticeRef} tone="danger">
          {obstacle.problem}
        </Notice>
      )}
      {!obstacle?.isOver && (
        <>
          {head}
          <FormContext value={{ values: typed, errorOf }}>
            <Fragment key={drawn}>{children}</Fragment>
          </FormContext>
        </>
      )}
      <div className={styles.buttons}>
        {!obstacle?.isOver && <Button aria-disabled={sending}>{sending ? words.sending : words.submit}</Button>}
        {beside}
      </div>
    </form>
  )
}
