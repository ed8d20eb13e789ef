'use client'

import { useActionState, useEffect, useRef } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import { Button, LinkButton } from '@/app/_ui/button'
import { FormContext, pathOf } from '@/app/_ui/form/form-context'
import formStyles from '@/app/_ui/form/form.module.css'
import { Notice } from '@/app/_ui/form/notice'
import { TextField } from '@/app/_ui/form/text-field'
import type { CodeStep } from '../actions'
import styles from './narrow.module.css'

type State = FormState<CodeStep, 'flood'>

interface Props {
  action: (state: State, form: FormData) => Promise<State>
  /** The registration number out of a link. */
  number: string | undefined
  words: Record<
    | 'reference'
    | 'referenceWhy'
    | 'email'
    | 'send'
    | 'sending'
    | 'codeTitle'
    | 'codeLead'
    | 'code'
    | 'open'
    | 'wrong'
    | 'flood'
    | 'again',
    string
  > & { errors: Record<string, string> }
}

/** Number and e-mail, then the code. The screens are the same whether or not there is such a request. */
export function CaseEntry({ action, number, words }: Props) {
  const [state, send, sending] = useActionState(action, initialFormState as State)
  const { result, values } = state
  const noticeRef = useRef<HTMLDivElement>(null)
  const titleRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => (noticeRef.current ?? titleRef.current)?.focus(), [state])

  const code = result?.ok ? result.value : undefined
  const invalid = result?.ok === false && result.reason === 'invalid' ? result.fields : {}
  const errorOf = (name: string) => words.errors[invalid[pathOf(name)]?.[0] ?? '']
  const problem =
    result?.ok === false && result.reason === 'flood' ? words.flood : code?.wrong ? words.wrong : undefined
  const typed = { ...(number && { reference: number }), ...values }
  return (
    <form action={send} noValidate className={formStyles.short} onSubmit={(event) => sending && event.preventDefault()}>
      {problem && (
        <Notice ref={noticeRef} tone="danger">
          {problem}
        </Notice>
      )}
      <FormContext value={{ values: typed, errorOf }}>
        {code ? (
          <>
            <div>
              <h2 ref={titleRef} tabIndex={-1} className={styles.codeTitle}>
                {words.codeTitle}
              </h2>
              <p>{words.codeLead}</p>
            </div>
            <input type="hidden" name="codeId" value={code.codeId} />
            <TextField
              name="code"
              label={words.code}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              width="code"
            />
          </>
        ) : (
          <>
            <TextField
              name="reference"
              label={words.reference}
              why={words.referenceWhy}
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              width="short"
            />
            <TextField
              name="email"
              label={words.email}
              type="email"
              inputMode="email"
              autoComplete="email"
              maxLength={254}
            />
          </>
        )}
      </FormContext>
      <div className={styles.buttons}>
        <Button aria-disabled={sending}>{sending ? words.sending : code ? words.open : words.send}</Button>
        {code && (
          <LinkButton look="quiet" href="?">
            {words.again}
          </LinkButton>
        )}
      </div>
    </form>
  )
}
