'use client'

import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { useFormFrame } from '@/app/_ui/form/form-frame'
import { forgetKept, keptKey, readKept } from '@/app/_ui/form/kept'
import { typedText } from '../../../../_ui/action-form'
import page from '../../../../_ui/page.module.css'
import styles from './answer-form.module.css'
import { useLetter } from './letter-form'

interface Props {
  labels: Record<'unsavedTitle' | 'unsavedText' | 'discard', string>
}

/** What was typed of an answer that can no longer be saved: the case is with somebody else now, or closed. */
export function UnsavedLetter({ labels }: Props) {
  const key = keptKey(useFormFrame().owner, usePathname(), 'answer')
  const [isGone, setGone] = useState(false)
  // Without scripts it is in the answer to the form that could not be saved.
  const { isLive, state } = useLetter()
  const letter = typedText(isLive ? (readKept(key)?.values ?? {}) : state.values, 'letter')
  if (!letter || isGone) return null
  return (
    <section className={styles.newer} aria-label={labels.unsavedTitle}>
      <p>
        <strong>{labels.unsavedTitle}</strong>
      </p>
      <p>{labels.unsavedText}</p>
      <textarea readOnly rows={8} value={letter} aria-label={labels.unsavedTitle} />
      <div className={styles.buttons}>
        <button
          type="button"
          className={page.button}
          onClick={() => {
            forgetKept(key)
            setGone(true)
          }}
        >
          {labels.discard}
        </button>
      </div>
    </section>
  )
}
