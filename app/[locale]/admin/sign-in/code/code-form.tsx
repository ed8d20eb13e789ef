'use client'

import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { Messages } from '@/lib/i18n/messages'
import { DoorField } from '../../_door/door-field'
import styles from '../../_door/door.module.css'
import { fieldErrors } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import { type PasskeyAsk, PasskeyButton } from '../../_ui/passkey-button'

interface Props {
  /** A value is why nobody is signed in, in words. */
  action: SentTo<string, 'flood'>
  /** Where a passkey may be used in the place of a code. */
  ask: PasskeyAsk | undefined
  /** The page that is opened after that. */
  next: string | undefined
  words: Messages['people']['signInCode'] & { flood: string }
  errors: Record<string, string>
}

/** One field: it works before, and without, any script. */
export function CodeForm({ action, ask, next, words, errors }: Props) {
  // Only another page ends it.
  const { state, drawn, sending, props, ...form } = useSentForm(action, { name: 'sign-in-code', isDone: () => false })
  const { result } = state
  const refusal = result?.ok === false ? result : undefined
  const problem = result?.ok ? result.value : refusal?.reason === 'flood' ? words.flood : undefined
  return (
    <form {...props} noValidate className={styles.form}>
      {next && <input type="hidden" name="next" value={next} />}
      <FormTrouble form={{ state, drawn, sending, props, ...form }} />
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <DoorField
        name="code"
        label={words.code}
        hint={words.hint}
        error={fieldErrors(refusal, errors)('code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus
      />
      <button type="submit" aria-disabled={sending} className={`${page.button} ${page.primary}`}>
        {sending ? words.working : words.submit}
      </button>
      {ask && (
        <PasskeyButton
          ask={ask}
          onAnswer={(answer) => {
            const data = new FormData(props.ref.current ?? undefined)
            data.set('passkey', answer)
            form.send(data)
          }}
          words={words}
        />
      )}
    </form>
  )
}
