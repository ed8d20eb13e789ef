'use client'

import { Fragment, useEffect, useRef } from 'react'
import { Button, LinkButton } from '@/app/_ui/button'
import { FormContext, pathOf } from '@/app/_ui/form/form-context'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import formStyles from '@/app/_ui/form/form.module.css'
import { Notice } from '@/app/_ui/form/notice'
import { TextField } from '@/app/_ui/form/text-field'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { CodeStep } from '../actions'
import styles from './narrow.module.css'

interface Props {
  action: SentTo<CodeStep, 'flood'>
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
  // The code opens another page: until then number and e-mail are not done with.
  const form = useSentForm(action, { name: `find-case ${number ?? ''}`, isDone: () => false })
  const { state, values, drawn, sending, props } = form
  const { result } = state
  const noticeRef = useRef<HTMLDivElement>(null)
  const titleRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => (noticeRef.current ?? titleRef.current)?.focus(), [state])

  const code = result?.ok ? result.value : undefined
  const invalid = result?.ok === false && result.reason === 'invalid' ? result.fields : {}
  const errorOf = (name: string) => words.errors[invalid[pathOf(name)]?.[0] ?? '']
  const problem =
    result?.ok === false && result.reason === 'flood' ? words.flood : code?.wrong ? words.wrong : undefined
  const typed = { ...values, reference: values['reference'] || number || '' }
  return (
    <form {...props} noValidate className={formStyles.short}>
      <FormTrouble form={form} />
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
          <Fragment key={drawn}>
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
          </Fragment>
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
