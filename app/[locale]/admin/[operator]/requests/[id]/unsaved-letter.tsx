'use client'

import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { useFormFrame } from '@/app/_ui/form/form-frame'
import { forgetKept, keptKey, readKept } from '@/app/_ui/form/kept'
import { useLive } from '@/app/_ui/form/use-live'
import { typedText } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import styles from './answer-form.module.css'

interface Props {
  labels: Record<'unsavedTitle' | 'unsavedText' | 'discard', string>
}

/** What was typed of an answer that can no longer be saved: the case is with somebody else now, or closed. */
export function UnsavedLetter({ labels }: Props) {
  const key = keptKey(useFormFrame().owner, usePathname(), 'answer')
  const [isGone, setGone] = useState(false)
  const letter = useLive() ? typedText(readKept(key)?.values ?? {}, 'letter') : undefined
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
