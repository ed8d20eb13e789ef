'use client'

import { useState } from 'react'
import { FieldFrame } from '../_ui/field-frame'
import styles from './door.module.css'

export interface PasswordWords {
  label: string
  show: string
  hide: string
  hint?: string
}

interface Props {
  name?: string
  autoComplete: 'current-password' | 'new-password'
  words: PasswordWords
  error?: string | undefined
}

/** A password that can be looked at while it is typed: then nobody has to type it twice. */
export function PasswordInput({ name = 'password', autoComplete, words, error }: Props) {
  const [isShown, setShown] = useState(false)
  const { password: frame, label, soft: hint, error: wrong } = styles
  return (
    <FieldFrame styles={{ frame, label, hint, error: wrong }} label={words.label} hint={words.hint} error={error}>
      {(bound) => (
        <>
          <input
            {...bound}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            required
            maxLength={500}
            className={styles.input}
          />
          <button type="button" className={styles.toggle} onClick={() => setShown(!isShown)}>
            {isShown ? words.hide : words.show}
          </button>
        </>
      )}
    </FieldFrame>
  )
}
