'use client'

import { useActionState, useEffect, useRef } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import { Button, LinkButton } from '@/app/_ui/button'
import styles from '../../case/_parts/narrow.module.css'

type State = FormState<{ reference: string }, never>

interface Props {
  action: (state: State, form: FormData) => Promise<State>
  token: string
  findCase: string
  /** `doneText` says "{reference}" where the number goes. */
  words: { title: string; lead: string; button: string; doneTitle: string; doneText: string; toCase: string }
}

/** The question, and once it is answered what that did, with the way to the case. */
export function ConfirmForm({ action, token, findCase, words }: Props) {
  const [state, send, sending] = useActionState(action, initialFormState as State)
  const titleRef = useRef<HTMLHeadingElement>(null)
  const reference = state.result?.ok ? state.result.value.reference : undefined
  useEffect(() => {
    if (reference) titleRef.current?.focus()
  }, [reference])
  if (reference) {
    return (
      <>
        <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
          {words.doneTitle}
        </h1>
        <p className={styles.lead}>{words.doneText.replace('{reference}', reference)}</p>
        <LinkButton href={`${findCase}?number=${reference}`}>{words.toCase}</LinkButton>
      </>
    )
  }
  return (
    <form action={send} onSubmit={(event) => sending && event.preventDefault()}>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <input type="hidden" name="token" value={token} />
      <Button aria-disabled={sending}>{words.button}</Button>
    </form>
  )
}
