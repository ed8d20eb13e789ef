'use client'

import { useEffect, useRef } from 'react'
import { Button, LinkButton } from '@/app/_ui/button'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import styles from '../../_parts/narrow.module.css'

interface Props {
  action: SentTo<{ reference: string }, never>
  token: string
  findCase: string
  /** `doneText` says "{reference}" where the number goes. */
  words: { title: string; lead: string; button: string; doneTitle: string; doneText: string; toCase: string }
}

/** The question, and once it is answered what that did, with the way to the case. */
export function ConfirmForm({ action, token, findCase, words }: Props) {
  const form = useSentForm(action, { name: 'confirm' })
  const { state, sending, props } = form
  const titleRef = useRef<HTMLHeadingElement>(null)
  const reference = state.result?.ok ? state.result.value.reference : undefined
  useEffect(() => {
    if (reference) titleRef.current?.focus()
  }, [reference])
  if (reference) {
    return (
      <>
        <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
          {words.doneTitle}
        </h1>
        <p className={styles.lead}>{words.doneText.replace('{reference}', reference)}</p>
        <LinkButton href={`${findCase}?number=${reference}`}>{words.toCase}</LinkButton>
      </>
    )
  }
  return (
    <form {...props}>
      <FormTrouble form={form} />
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <input type="hidden" name="token" value={token} />
      <Button aria-disabled={sending}>{words.button}</Button>
    </form>
  )
}
