'use client'

import { type ReactNode, useActionState } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import type { FilingAnswer, FilingRefusal } from '../actions'
import { EntryStep, type EntryWords } from './entry-step'
import { ReviewStep, type ReviewWords } from './review-step'

type State = FormState<FilingAnswer, FilingRefusal>

interface Props {
  action: (state: State, form: FormData) => Promise<State>
  words: EntryWords & ReviewWords
  maxFileBytes: number
  /** The sections with their fields. */
  children: ReactNode
}

/** The form and its review are one form: without scripts, each button sends it and the server shows the next state. */
export function FilingForm({ action, words, maxFileBytes, children }: Props) {
  const [state, send, sending] = useActionState(action, initialFormState as State)
  const answer = state.result?.ok ? state.result.value : undefined
  if (answer?.step === 'review') {
    return <ReviewStep groups={answer.groups} values={state.values} send={send} sending={sending} words={words} />
  }
  return (
    <EntryStep state={state} at={answer?.at} send={send} sending={sending} words={words} maxFileBytes={maxFileBytes}>
      {children}
    </EntryStep>
  )
}
