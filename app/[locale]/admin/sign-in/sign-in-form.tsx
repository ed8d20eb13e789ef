'use client'

import { startTransition, useActionState, type SubmitEvent } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import { PasswordInput, type PasswordWords } from '../_door/password-input'
import styles from '../_door/door.module.css'
import page from '../_ui/page.module.css'

/** A value is why nobody is signed in, in words. */
type State = FormState<string, 'flood'>

interface Labels {
  email: string
  password: PasswordWords
  submit: string
  working: string
  required: string
  flood: string
}

/** Plain fields: they work before, and without, any script. */
export function SignInForm({
  action,
  labels,
}: {
  action: (state: unknown, form: FormData) => Promise<State>
  labels: Labels
}) {
  const [state, submit, isPending] = useActionState(action, initialFormState)
  const problem = problemOf(state, labels)
  const email = state.values['email']

  function send(event: SubmitEvent<HTMLFormElement>) {
    // React would empty the form after the action; what was typed stays.
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => submit(form))
  }

  return (
    <form action={submit} onSubmit={send} className={styles.form}>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <label className={styles.label} htmlFor="email">
        {labels.email}
      </label>
      <input
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        defaultValue={typeof email === 'string' ? email : ''}
        className={styles.input}
      />
      <PasswordInput autoComplete="current-password" words={labels.password} />
      <button type="submit" aria-disabled={isPending} className={`${page.button} ${page.primary}`}>
        {isPending ? labels.working : labels.submit}
      </button>
    </form>
  )
}

function problemOf({ result }: State, labels: Labels): string | undefined {
  if (!result) return undefined
  if (result.ok) return result.value
  return result.reason === 'flood' ? labels.flood : labels.required
}
