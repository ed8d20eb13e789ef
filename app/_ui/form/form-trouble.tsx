'use client'

import { useEffect, useRef } from 'react'
import type { SentForm } from './use-sent-form'
import { useFormFrame } from './form-frame'
import styles from './form.module.css'
import { Notice } from './notice'

/** Why a form was not sent, with the way on; or that it was filled again from what is kept. */
export function FormTrouble<V, R extends string>({ form }: { form: SentForm<V, R> }) {
  const { trouble, attempts, restored, startAnew } = form
  const { words } = useFormFrame()
  const noticeRef = useRef<HTMLDivElement>(null)
  // Each try that failed is told anew.
  useEffect(() => noticeRef.current?.focus(), [trouble, attempts])
  if (trouble) {
    const way = {
      renewed: words.reload,
      ended: words.again,
      held: words.secure,
      offline: undefined,
      failed: undefined,
    }[trouble]
    return (
      <Notice ref={noticeRef} tone="danger">
        {words[trouble]}{' '}
        {way && (
          <button type="button" className={styles.textButton} onClick={() => location.reload()}>
            {way}
          </button>
        )}
      </Notice>
    )
  }
  return restored ? (
    <p role="status" className={styles.restored}>
      {words.restored}{' '}
      <button type="button" className={styles.textButton} onClick={startAnew}>
        {words.startAnew}
      </button>
    </p>
  ) : null
}
