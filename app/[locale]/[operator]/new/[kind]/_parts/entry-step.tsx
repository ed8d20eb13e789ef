'use client'

import { type ReactNode, startTransition, useEffect, useRef } from 'react'
import { useForm } from 'react-hook-form'
import type { FormState } from '@/app/_server/form-state'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/form/error-summary'
import { FormContext, pathOf } from '@/app/_ui/form/form-context'
import type { FilingAnswer, FilingRefusal } from '../actions'
import { flattenErrors, issuesOf, nestErrors } from './entry-check'
import styles from './filing.module.css'

export interface EntryWords {
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
  state: FormState<FilingAnswer, FilingRefusal>
  /** The section that the person came back to change. */
  at: string | undefined
  send: (form: FormData) => void
  sending: boolean
  words: EntryWords
  maxFileBytes: number
  children: ReactNode
}

/** The form. With scripts, a field is checked when it is left, by the schema that the server uses. */
export function EntryStep({ state, at, send, sending, words, maxFileBytes, children }: Props) {
  const formRef = useRef<HTMLFormElement>(null)
  const summaryRef = useRef<HTMLDivElement>(null)
  const { register, handleSubmit, formState } = useForm({
    mode: 'onTouched',
    shouldFocusError: false,
    resolver: async () => {
      const form = formRef.current
      return { values: {}, errors: form ? nestErrors(form, issuesOf(form, maxFileBytes)) : {} }
    },
  })
  const { submitCount } = formState
  const inBrowser = flattenErrors(formState.errors)
  const fromServer = serverIssues(state)
  const listed = submitCount > 0 ? { ...inBrowser, ...pick(fromServer, 'uploads') } : fromServer
  const paths = Object.keys(words.labels).filter((path) => path in listed)
  const sentence = (key: string) => words.errors[key] ?? words.errors['badChoice']

  useEffect(() => summaryRef.current?.focus(), [state, submitCount])
  useEffect(() => {
    if (at) document.getElementById(`step-${at}`)?.scrollIntoView()
  }, [at])

  const errorOf = (name: string) => {
    const key = inBrowser[pathOf(name)] ?? listed[pathOf(name)]
    return key && sentence(key)
  }
  const refusal = refusalOf(state, words)
  return (
    <form
      ref={formRef}
      action={send}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        const form = event.currentTarget
        const submit = handleSubmit(() => startTransition(() => send(typedIn(form))))
        event.preventDefault()
        if (!sending) void submit(event)
      }}
    >
      {(paths.length > 0 || refusal) && (
        <ErrorSummary
          ref={summaryRef}
          title={refusal ?? words.errorsTitles[paths.length] ?? ''}
          paths={paths}
          errorText={(path) => `${words.labels[path]}: ${sentence(listed[path] ?? '')}`}
        />
      )}
      <FormContext value={{ values: state.values, errorOf, watch: register }}>{children}</FormContext>
      <div className={styles.actions}>
        <Button name="intent" value="review" aria-disabled={sending}>
          {sending ? words.sending : words.next}
        </Button>
        <p className={styles.hint}>{words.nextHint}</p>
      </div>
    </form>
  )
}

/** All that was typed and chosen. The nameless file of a field that nobody used stays out: to an action it comes as "blob". */
function typedIn(form: HTMLFormElement): FormData {
  const data = new FormData(form)
  const files = data.getAll('files').filter((file): file is File => file instanceof File && file.name !== '')
  data.delete('files')
  for (const file of files) data.append('files', file)
  return data
}

function serverIssues({ result }: Props['state']): Record<string, string> {
  if (!result || result.ok || result.reason !== 'invalid') return {}
  return Object.fromEntries(Object.entries(result.fields).map(([path, [first]]) => [path, first ?? 'badChoice']))
}

function refusalOf({ result }: Props['state'], words: EntryWords): string | undefined {
  return result && !result.ok && result.reason !== 'invalid' ? words.refused[result.reason] : undefined
}

const pick = (from: Record<string, string>, key: string) => (from[key] === undefined ? {} : { [key]: from[key] })
