'use client'

import { useActionState } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import { Button } from '@/app/_ui/button'

type State = FormState<undefined, never>

export function SignOut({
  action,
  label,
}: {
  action: (state: State, form: FormData) => Promise<State>
  label: string
}) {
  const [, send] = useActionState(action, initialFormState as State)
  return (
    <form action={send}>
      <Button look="secondary">{label}</Button>
    </form>
  )
}
