'use client'

import type { ReactNode } from 'react'
import type { FormState } from '@/app/_server/form-state'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { FilingAnswer, FilingRefusal } from '../actions'
import { EntryStep, type EntryWords } from './entry-step'
import { ReviewStep, type ReviewWords } from './review-step'

interface Props {
  action: SentTo<FilingAnswer, FilingRefusal>
  words: EntryWords & ReviewWords
  maxFileBytes: number
  /** The sections with their fields. */
  children: ReactNode
}

/** What was filled in is done with once another page tells of it: the receipt. */
const isDone = (_state: FormState<FilingAnswer, FilingRefusal>): boolean => false

/** The form and its review are one form: without scripts, each button sends it and the server shows the next state. */
export function FilingForm({ action, words, maxFileBytes, children }: Props) {
  const form = useSentForm(action, { name: 'filing', isDone })
  const { result } = form.state
  const answer = result?.ok ? result.value : undefined
  if (answer?.step === 'review') return <ReviewStep form={form} answer={answer} words={words} />
  return (
    <EntryStep form={form} at={answer?.at} words={words} maxFileBytes={maxFileBytes}>
      {children}
    </EntryStep>
  )
}
