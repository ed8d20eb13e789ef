'use client'

import { startTransition, useActionState, useState, type SubmitEvent } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import page from '../_ui/page.module.css'
import styles from './sign-in.module.css'

/** A value is why nobody is signed in, in words. */
type State = FormState<string, 'flood'>

interface Labels {
  email: string
  password: string
  show: string
  hide: string
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
  const [isShown, setShown] = useState(false)
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
      <label className={styles.label} htmlFor="password">
        {labels.password}
      </label>
      <div className={styles.password}>
        <input
          id="password"
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          required
          className={styles.input}
        />
        <button type="button" className={styles.toggle} onClick={() => setShown(!isShown)}>
          {isShown ? labels.hide : labels.show}
        </button>
      </div>
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
