'use client'

import type { FormState } from '@/app/_server/form-state'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
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
  next,
  labels,
}: {
  action: SentTo<string, 'flood'>
  /** The page that is opened after that. */
  next: string | undefined
  labels: Labels
}) {
  // Only another page ends it.
  const form = useSentForm(action, { name: 'sign-in', isDone: () => false })
  const { state, values, drawn, sending, props } = form
  const problem = problemOf(state, labels)
  const email = values['email']
  return (
    <form {...props} className={styles.form}>
      {next && <input type="hidden" name="next" value={next} />}
      <FormTrouble form={form} />
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <label className={styles.label} htmlFor="email">
        {labels.email}
      </label>
      <input
        key={drawn}
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
      <button type="submit" aria-disabled={sending} className={`${page.button} ${page.primary}`}>
        {sending ? labels.working : labels.submit}
      </button>
    </form>
  )
}

function problemOf({ result }: State, labels: Labels): string | undefined {
  if (!result) return undefined
  if (result.ok) return result.value
  return result.reason === 'flood' ? labels.flood : labels.required
}
