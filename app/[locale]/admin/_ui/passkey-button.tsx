'use client'

import { useState } from 'react'
import type { FormState } from '@/app/_server/form-state'
import { attempt } from '@/app/_ui/form/attempt'
import { useLive } from '@/app/_ui/form/use-live'
import formStyles from './action-form.module.css'
import page from './page.module.css'

/** Asks the server what a passkey is to sign. */
export type PasskeyAsk = (state: unknown, form: FormData) => Promise<FormState<string, string>>

interface Props {
  ask: PasskeyAsk
  /** Gets what it has signed. */
  onAnswer: (answer: string) => void
  words: { passkey: string; working: string; passkeyFailed: string }
}

/** A passkey in the place of a code: the browser asks for a finger, a face or a touch. Nothing without scripts. */
export function PasskeyButton({ ask, onAnswer, words }: Props) {
  const isLive = useLive()
  const [isAsking, setAsking] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  if (!isLive || !('PublicKeyCredential' in window)) return null

  async function use() {
    if (isAsking) return
    setAsking(true)
    setFailed(false)
    const answer = await askDevice(ask).catch(() => undefined)
    setAsking(false)
    if (answer) onAnswer(answer)
    else setFailed(true)
  }

  return (
    <div>
      {hasFailed && (
        <p role="alert" className={formStyles.problem}>
          {words.passkeyFailed}
        </p>
      )}
      <button type="button" className={page.button} aria-disabled={isAsking} onClick={() => void use()}>
        {isAsking ? words.working : words.passkey}
      </button>
    </div>
  )
}

async function askDevice(ask: PasskeyAsk): Promise<string | undefined> {
  const outcome = await attempt(() => ask({}, new FormData()))
  const result = 'answer' in outcome ? outcome.answer.result : undefined
  if (!result?.ok) return undefined
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(result.value) as RequestOptions }))
}

type RequestOptions = Parameters<typeof import('@simplewebauthn/browser').startAuthentication>[0]['optionsJSON']
