import type { ReactNode } from 'react'
import styles from './skip-link.module.css'

/** The first stop of the Tab key: past the header, to the element with the id `main`. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a href="#main" className={styles.link}>
      {children}
    </a>
  )
}
