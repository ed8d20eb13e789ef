'use client'

import type { Ref } from 'react'
import { Icon } from '../icon'
import { idOf } from './form-context'
import styles from './form.module.css'

interface Props {
  ref?: Ref<HTMLDivElement>
  title: string
  /** Paths of the fields, in any order; each links to its field. */
  paths: string[]
  errorText: (path: string) => string | undefined
}

/** What is wrong, at the top of the form, with a way to each place. */
export function ErrorSummary({ ref, title, paths, errorText }: Props) {
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={styles.summary}>
      <p className={styles.summaryTitle}>
        <Icon name="alert" /> {title}
      </p>
      {paths.length > 0 && (
        <ul>
          {paths.map((path) => (
            <li key={path}>
              <a href={`#${idOf(path)}`}>{errorText(path)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
