'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { CopyButton } from '@/app/_ui/copy-button'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { Messages } from '@/lib/i18n/messages'
import type { SecondFactor, SecondFactorAnswer } from '@/lib/people/second-factor'
import { DoorField } from '../../_door/door-field'
import { fieldErrors } from '../../_ui/action-form'
import formStyles from '../../_ui/action-form.module.css'
import page from '../../_ui/page.module.css'
import { PrintButton } from '../../_ui/print-button'
import { ProofNeeded } from '../../_ui/proof-needed'
import styles from './second-factor.module.css'

interface Props {
  action: SentTo<SecondFactorAnswer, string>
  is: SecondFactor['is']
  words: Messages['people']['secondFactor']
  copy: { label: string; done: string }
  errors: Record<string, string>
  /** Back to the account. */
  account: string
  /** How an app is set up, while it is. */
  children: ReactNode
}

/** What can be done where the second factor stands; and after it, the codes that are told once. */
export function SecondFactorForm({ action, is, words, copy, errors, account, children }: Props) {
  const form = useSentForm(action, { name: 'second-factor' })
  const { state, drawn, sending, props } = form
  const { result } = state
  const answer = result?.ok ? result.value : undefined
  const refusal = result?.ok === false ? result : undefined
  if (answer && 'codes' in answer) return <Codes codes={answer.codes} words={words} copy={copy} account={account} />
  const problem =
    answer && 'problem' in answer
      ? words[answer.problem]
      : refusal && refusal.reason !== 'proof-needed' && words.reasons[reasonOf(refusal)]
  const button = (act: string, look = '') => (
    <button type="submit" name="act" value={act} className={`${page.button} ${look}`} aria-disabled={sending}>
      {sending ? words.working : words[act as 'begin' | 'confirm' | 'renew' | 'end']}
    </button>
  )
  return (
    <form {...props} noValidate className={styles.form}>
      <FormTrouble form={form} />
      {refusal?.reason === 'proof-needed' && <ProofNeeded />}
      {problem && (
        <p role="alert" className={formStyles.problem}>
          {problem}
        </p>
      )}
      {answer && 'done' in answer && answer.done === 'off' && (
        <p role="status" className={formStyles.done}>
          {words.off}
        </p>
      )}
      {children}
      {is !== 'off' && (
        <DoorField
          key={drawn}
          name="code"
          label={words.code}
          hint={is === 'on' ? words.codeHint : undefined}
          error={fieldErrors(refusal, errors)('code')}
          autoComplete="one-time-code"
          inputMode="numeric"
        />
      )}
      <div className={styles.buttons}>
        {is === 'off' && button('begin', page.primary)}
        {is === 'begun' && button('confirm', page.primary)}
        {is === 'on' && button('renew')}
        {is === 'on' && button('end')}
      </div>
    </form>
  )
}

const reasonOf = ({ reason }: { reason: string }) =>
  reason === 'flood' || reason === 'on-already' || reason === 'session-ended' ? reason : 'invalid'

function Codes({ codes, words, copy, account }: Pick<Props, 'words' | 'copy' | 'account'> & { codes: string[] }) {
  const titleRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => titleRef.current?.focus(), [])
  return (
    <section className={styles.codes} aria-labelledby="codes">
      <h2 id="codes" ref={titleRef} tabIndex={-1}>
        {words.codesTitle}
      </h2>
      <p>{words.codesText}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <CopyButton {...copy} text={codes.join('\n')} />
        <PrintButton label={words.print} />
        <a href={account} className={`${page.button} ${page.primary}`}>
          {words.kept}
        </a>
      </div>
    </section>
  )
}
