'use client'

import type { Ref } from 'react'
import { Icon } from '../icon'
import { idOf } from './form-context'
import styles from './error-summary.module.css'

interface Props {
  ref?: Ref<HTMLDivElement>
  title: string
  /** What is wrong, a line each; each links to its field. */
  lines: readonly { path: string; text: string }[]
}

/** What is wrong, at the top of the form, with a way to each place. */
export function ErrorSummary({ ref, title, lines }: Props) {
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={styles.summary}>
      <p className={styles.summaryTitle}>
        <Icon name="alert" /> {title}
      </p>
      {lines.length > 0 && (
        <ul>
          {lines.map(({ path, text }) => (
            <li key={`${path} ${text}`}>
              <a href={`#${idOf(path)}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
