'use client'

import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/form/error-summary'
import { faultWords } from '@/app/_ui/form/error-words'
import { FormContext, pathOf } from '@/app/_ui/form/form-context'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { TypedLanguage } from '@/app/_ui/form/typed-language'
import type { SentForm } from '@/app/_ui/form/use-sent-form'
import type { FilingAnswer, FilingRefusal } from '../actions'
import type { Issues } from './entry-check'
import styles from './filing.module.css'
import { SaveStep, type SaveWords } from './save-step'
import stepStyles from './step.module.css'
import { useEntryCheck } from './use-entry-check'

export interface EntryWords extends SaveWords {
  next: string
  nextHint: string
  sending: string
  /** Titles of the list of errors by number of places, "Correct 2 places" at index 2. */
  errorsTitles: string[]
  errors: Record<string, string>
  refused: Record<string, string>
  /** What each field is called, by path and in the order of the form, for the list of errors. */
  labels: Record<string, string>
}

interface Props {
  form: SentForm<FilingAnswer, FilingRefusal>
  /** The section that the person came back to change. */
  at: string | undefined
  words: EntryWords
  maxFileBytes: number
  /** Where the page with the key of a saved form opens. */
  savedIn: '_blank' | '_top'
  children: ReactNode
}

/** The form. With scripts, a field is checked when it is left, by the schema that the server uses. */
export function EntryStep({ form, at, words, maxFileBytes, savedIn, children }: Props) {
  const { state, values, lostFiles, drawn, sending, props } = form
  const summaryRef = useRef<HTMLDivElement>(null)
  const [isForLater, setForLater] = useState(false)
  const { result } = state
  const refused = result?.ok === false ? result : undefined
  const fromServer: Issues = refused && 'fields' in refused ? refused.fields : {}
  const { told, tries, mayBeSent, watch } = useEntryCheck(props.ref, state, fromServer, maxFileBytes)
  // The list at the top is of what was wrong when the form was to be sent, and shrinks as it is mended.
  const listed = tries > 0 ? told : fromServer
  const paths = Object.keys(words.labels).filter((path) => path in listed && path in told)
  const refusal = refused && !('fields' in refused) ? words.refused[refused.reason] : undefined

  useEffect(() => summaryRef.current?.focus(), [state, tries])
  useEffect(() => {
    if (at) document.getElementById(`step-${at}`)?.scrollIntoView()
  }, [at])

  const errorOf = (name: string) => told[pathOf(name)]?.map((message) => faultWords(message, words.errors)).join('\n')
  const lines = paths.flatMap((path) =>
    (told[path] ?? []).map((message) => ({ path, text: `${words.labels[path]}: ${inList(message, words)}` })),
  )
  return (
    <form
      {...props}
      noValidate
      className={styles.form}
      onBlur={watch.onBlur}
      onInput={(event) => {
        props.onInput()
        watch.onInput(event)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        const isSaved = event.nativeEvent.submitter?.getAttribute('value') === 'save'
        setForLater(isSaved)
        // What is only saved may be as it is.
        if (isSaved || mayBeSent()) props.onSubmit(event)
      }}
    >
      <FormTrouble form={form} />
      {(lines.length > 0 || refusal) && (
        <ErrorSummary ref={summaryRef} title={refusal ?? words.errorsTitles[lines.length] ?? ''} lines={lines} />
      )}
      <FormContext value={{ values, errorOf, lostFiles, answer: state }}>
        <Fragment key={drawn}>{children}</Fragment>
      </FormContext>
      <div className={styles.actions}>
        <Button name="intent" value="review" aria-disabled={sending}>
          {sending && !isForLater ? words.sending : words.next}
        </Button>
        <p className={stepStyles.hint}>{words.nextHint}</p>
      </div>
      <SaveStep words={words} opensIn={savedIn} isSending={sending} isSaving={sending && isForLater} />
      <TypedLanguage intent="edit:" />
    </form>
  )
}

/**
 * After a colon a sentence goes on in small letters; an abbreviation (PDF) does not stand first in any of them. The name of a
 * file stays as it is.
 */
function inList(message: string, words: EntryWords): string {
  const text = faultWords(message, words.errors)
  return message.includes(' ') ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
