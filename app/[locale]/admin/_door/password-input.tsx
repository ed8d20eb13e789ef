'use client'

import { useId, useState } from 'react'
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
  const id = useId()
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <label className={styles.label} htmlFor={id}>
        {words.label}
      </label>
      {words.hint && (
        <p id={`${id}-hint`} className={styles.soft}>
          {words.hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        required
        maxLength={500}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={[words.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      />
      <button type="button" className={styles.toggle} onClick={() => setShown(!isShown)}>
        {isShown ? words.hide : words.show}
      </button>
    </div>
  )
}
