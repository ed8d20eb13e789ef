'use client'

import { useEffect, useRef } from 'react'
import { LinkButton } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/form/text-field'
import { TypedLanguage } from '@/app/_ui/form/typed-language'
import styles from '../../_parts/narrow.module.css'
import { type Obstacle, type StepAction, StepForm } from '../../_parts/step-form'

type Words<K extends string> = Record<K | 'sending', string> & { errors: Record<string, string> }

interface AskProps {
  action: StepAction
  /** The registration number out of a link. */
  number: string | undefined
  obstacle: Obstacle | undefined
  /** To the field for a code that was asked for before and still works. */
  enter: string | undefined
  words: Words<'reference' | 'referenceWhy' | 'email' | 'send' | 'haveCode'>
}

/** Number and e-mail. What follows is the same whether or not there is such a request. */
export function AskForm({ action, number, obstacle, enter, words }: AskProps) {
  return (
    <StepForm
      name={`find-case ${number ?? ''}`}
      action={action}
      obstacle={obstacle}
      given={number ? { reference: number } : {}}
      beside={
        <>
          {enter && (
            <LinkButton look="quiet" href={enter}>
              {words.haveCode}
            </LinkButton>
          )}
          <TypedLanguage />
        </>
      }
      words={{ submit: words.send, sending: words.sending, errors: words.errors }}
    >
      <TextField
        name="reference"
        label={words.reference}
        why={words.referenceWhy}
        autoComplete="off"
        spellCheck={false}
        width="short"
      />
      <TextField name="email" label={words.email} type="email" inputMode="email" autoComplete="email" />
    </StepForm>
  )
}

interface EnterProps {
  action: StepAction
  codeId: string
  obstacle: Obstacle | undefined
  /** What it is asked for. */
  typed: readonly { label: string; value: string }[]
  /** Back to the first step. */
  again: string
  words: Words<'codeTitle' | 'codeLead' | 'code' | 'open' | 'again'>
}

/** The code out of the letter. */
export function EnterForm({ action, codeId, obstacle, typed, again, words }: EnterProps) {
  const titleRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => titleRef.current?.focus(), [])
  return (
    <StepForm
      name={`enter-code ${codeId}`}
      action={action}
      obstacle={obstacle}
      words={{ submit: words.open, sending: words.sending, errors: words.errors }}
      beside={
        <LinkButton look="quiet" href={again}>
          {words.again}
        </LinkButton>
      }
      head={
        <div>
          <h2 ref={titleRef} tabIndex={-1} className={styles.codeTitle}>
            {words.codeTitle}
          </h2>
          <dl className={styles.typed}>
            {typed.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p>{words.codeLead}</p>
        </div>
      }
    >
      <input type="hidden" name="codeId" value={codeId} />
      <TextField name="code" label={words.code} autoComplete="one-time-code" inputMode="numeric" width="code" />
    </StepForm>
  )
}
