'use client'

import type { ReactNode } from 'react'
import type { FormValues } from '@/app/_server/form-object'
import type { FormState } from '@/app/_server/form-state'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { FilingAnswer, FilingRefusal } from '../actions'
import { EntryStep, type EntryWords } from './entry-step'
import { TICKET } from './filing-input'
import { ReviewStep, type ReviewWords } from './review-step'

interface Props {
  action: SentTo<FilingAnswer, FilingRefusal>
  words: EntryWords & ReviewWords
  maxFileBytes: number
  /** Where the page with the key of a saved form opens. */
  savedIn: '_blank' | '_top'
  /** What a saved form holds that was opened by its key. */
  saved?: FormValues | undefined
  /** The sections with their fields. */
  children: ReactNode
}

/** What was filled in is done with once another page tells of it: the receipt. */
const isDone = (_state: FormState<FilingAnswer, FilingRefusal>): boolean => false

/** The form and its review are one form: without scripts, each button sends it and the server shows the next state. */
export function FilingForm({ action, words, maxFileBytes, savedIn, saved, children }: Props) {
  const form = useSentForm(action, { name: 'filing', isDone, given: saved, mark: TICKET })
  const { result } = form.state
  const answer = result?.ok ? result.value : undefined
  if (answer?.step === 'review') return <ReviewStep form={form} answer={answer} words={words} />
  return (
    <EntryStep form={form} at={answer?.at} words={words} maxFileBytes={maxFileBytes} savedIn={savedIn}>
      {children}
    </EntryStep>
  )
}
