'use client'

import { useEffect, useRef } from 'react'
import { Button, LinkButton } from '@/app/_ui/button'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import type { Confirmation } from '@/lib/requests/confirm-email'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import styles from '../../_parts/narrow.module.css'

interface Props {
  action: SentTo<Confirmation, never>
  /** It is confirmed already. */
  known: Confirmation | undefined
  token: string
  findCase: string
  /** `next` says "{reference}" where the number goes. */
  words: Record<'title' | 'lead' | 'button' | 'doneTitle' | 'alreadyTitle' | 'toCase', string> & {
    next: Record<Confirmation['answer'], string>
  }
}

/** The question, and once it is answered what that did, with the way to the case. */
export function ConfirmForm({ action, known, token, findCase, words }: Props) {
  const form = useSentForm(action, { name: 'confirm' })
  const { state, sending, props } = form
  const titleRef = useRef<HTMLHeadingElement>(null)
  const done = state.result?.ok ? state.result.value : undefined
  const confirmed = done ?? known
  useEffect(() => {
    if (done) titleRef.current?.focus()
  }, [done])
  if (confirmed) {
    const { reference, answer } = confirmed
    return (
      <>
        <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
          {done ? words.doneTitle : words.alreadyTitle}
        </h1>
        <p className={styles.lead}>{words.next[answer].replace('{reference}', reference)}</p>
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
