'use client'

import { useActionState, useEffect, useRef } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import { Button, LinkButton } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/form/notice'
import formStyles from '@/app/_ui/form/form.module.css'

type State = FormState<{ reference: string }, never>

interface Props {
  action: (state: State, form: FormData) => Promise<State>
  token: string
  findCase: string
  /** `doneText` says "{reference}" where the number goes. */
  words: { button: string; doneTitle: string; doneText: string; toCase: string }
}

export function ConfirmForm({ action, token, findCase, words }: Props) {
  const [state, send, sending] = useActionState(action, initialFormState as State)
  const doneRef = useRef<HTMLDivElement>(null)
  useEffect(() => doneRef.current?.focus(), [state])
  if (state.result?.ok) {
    const { reference } = state.result.value
    return (
      <div className={formStyles.short}>
        <Notice ref={doneRef} tone="good">
          {words.doneTitle}. {words.doneText.replace('{reference}', reference)}
        </Notice>
        <div>
          <LinkButton href={`${findCase}?number=${reference}`}>{words.toCase}</LinkButton>
        </div>
      </div>
    )
  }
  return (
    <form action={send} onSubmit={(event) => sending && event.preventDefault()}>
      <input type="hidden" name="token" value={token} />
      <Button aria-disabled={sending}>{words.button}</Button>
    </form>
  )
}
