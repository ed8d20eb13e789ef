'use client'

import { type SubmitEvent, useState } from 'react'
import type { FormState } from '@/app/_server/form-state'
import { attempt } from '@/app/_ui/form/attempt'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { useLive } from '@/app/_ui/form/use-live'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { Messages } from '@/lib/i18n/messages'
import { DoorField } from '../../../_door/door-field'
import { fieldErrors } from '../../../_ui/action-form'
import formStyles from '../../../_ui/action-form.module.css'
import page from '../../../_ui/page.module.css'
import { ProofNeeded } from '../../../_ui/proof-needed'
import styles from '../second-factor.module.css'

interface Props {
  /** Asks the server what the device is to sign. */
  ask: (state: unknown, form: FormData) => Promise<FormState<string, string>>
  action: SentTo<undefined, string>
  words: Messages['people']['passkeys']
  errors: Record<string, string>
}

/** Makes this device, or one at hand, a passkey: the browser asks it, and the server keeps what it answers. */
export function AddPasskey({ ask, action, words, errors }: Props) {
  const form = useSentForm(action, { name: 'passkey' })
  const { state, values, drawn, sending, props, send } = form
  const [isAsking, setAsking] = useState(false)
  const [stopped, setStopped] = useState<string>()
  const isLive = useLive()
  const refusal = state.result?.ok === false ? state.result : undefined
  const reason = stopped ?? refusal?.reason
  if (!isLive) return <noscript>{words.noScripts}</noscript>

  async function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isAsking || sending) return
    const data = new FormData(event.currentTarget)
    setAsking(true)
    setStopped(undefined)
    const asked = await askDevice(ask)
    setAsking(false)
    if ('stopped' in asked) return setStopped(asked.stopped)
    data.set('answer', asked.answer)
    send(data)
  }

  return (
    <form {...props} noValidate className={styles.form} onSubmit={(event) => void add(event)}>
      <FormTrouble form={form} />
      {reason === 'proof-needed' && <ProofNeeded />}
      {reason !== undefined && reason !== 'proof-needed' && (
        <p role="alert" className={formStyles.problem}>
          {reason === 'device' ? words.addFailed : (words.reasons[reason as 'invalid'] ?? words.reasons.invalid)}
        </p>
      )}
      <DoorField
        key={drawn}
        name="label"
        label={words.label}
        hint={words.hint}
        error={fieldErrors(refusal, errors)('label')}
        defaultValue={typeof values['label'] === 'string' ? values['label'] : ''}
        autoComplete="off"
      />
      <div>
        <button type="submit" className={page.button} aria-disabled={isAsking || sending}>
          {isAsking || sending ? words.working : words.add}
        </button>
      </div>
    </form>
  )
}

/** What the device answered; or why it was not asked, or said nothing. */
async function askDevice(ask: Props['ask']): Promise<{ answer: string } | { stopped: string }> {
  const outcome = await attempt(() => ask({}, new FormData()))
  const result = 'answer' in outcome ? outcome.answer.result : undefined
  if (!result?.ok) return { stopped: result?.reason ?? 'device' }
  const { startRegistration } = await import('@simplewebauthn/browser')
  try {
    return { answer: JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(result.value) as Options })) }
  } catch {
    return { stopped: 'device' }
  }
}

type Options = Parameters<typeof import('@simplewebauthn/browser').startRegistration>[0]['optionsJSON']
