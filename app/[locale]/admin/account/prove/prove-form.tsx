'use client'

import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { Messages } from '@/lib/i18n/messages'
import type { Proof } from '@/lib/people/prove-again'
import { DoorField } from '../../_door/door-field'
import { PasswordInput } from '../../_door/password-input'
import { fieldErrors } from '../../_ui/action-form'
import formStyles from '../../_ui/action-form.module.css'
import page from '../../_ui/page.module.css'
import { type PasskeyAsk, PasskeyButton } from '../../_ui/passkey-button'

interface Props {
  action: SentTo<Proof, string>
  by: 'code' | 'password'
  /** Where a passkey may be used in the place of a code. */
  ask: PasskeyAsk | undefined
  words: Messages['people']['prove']
  labels: Record<'show' | 'hide' | 'flood', string>
  errors: Record<string, string>
  /** Where to go on to; without it, back to the other tab. */
  next: string | undefined
}

/** One field, and what came of it. */
export function ProveForm({ action, by, ask, words, labels, errors, next }: Props) {
  const form = useSentForm(action, { name: 'prove' })
  const { state, drawn, sending, props } = form
  const { result } = state
  const refusal = result?.ok === false ? result : undefined
  const answer = result?.ok ? result.value : undefined
  if (answer?.proven) {
    return (
      <>
        <p role="status" className={formStyles.done}>
          {next ? words.proven : words.provenElsewhere}
        </p>
        {next && (
          <a href={next} className={`${page.button} ${page.primary}`}>
            {words.goOn}
          </a>
        )}
      </>
    )
  }
  const isFlood = refusal?.reason === 'flood' || refusal?.reason === 'busy'
  const problem = answer ? words[answer.reason] : isFlood ? labels.flood : undefined
  const error = fieldErrors(refusal, errors)('proof')
  return (
    <form {...props} noValidate>
      <FormTrouble form={form} />
      {problem && (
        <p role="alert" className={formStyles.problem}>
          {problem}
        </p>
      )}
      {by === 'code' ? (
        <DoorField
          key={drawn}
          name="proof"
          label={words.code}
          hint={words.codeHint}
          error={error}
          autoComplete="one-time-code"
          inputMode="numeric"
        />
      ) : (
        <PasswordInput
          name="proof"
          autoComplete="current-password"
          words={{ label: words.password, show: labels.show, hide: labels.hide }}
          error={error}
        />
      )}
      <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={sending}>
        {sending ? words.working : words.submit}
      </button>
      {ask && (
        <PasskeyButton
          ask={ask}
          onAnswer={(answer) => {
            const data = new FormData()
            data.set('passkey', answer)
            form.send(data)
          }}
          words={words}
        />
      )}
    </form>
  )
}
