'use client'

import { useParams } from 'next/navigation'
import { useFormFrame } from '@/app/_ui/form/form-frame'
import { paths } from '@/lib/core/links'
import styles from './action-form.module.css'

/** That who is at the desk has to be proved first. In another tab: what is typed here stays, also without scripts. */
export function ProofNeeded() {
  const { words } = useFormFrame()
  const locale = useParams()['locale'] === 'en' ? 'en' : 'ru'
  return (
    <p role="alert" tabIndex={-1} className={styles.problem}>
      {words.proofNeeded}{' '}
      <a href={paths.prove(locale)} target="_blank" rel="noopener">
        {words.prove}
      </a>
    </p>
  )
}
