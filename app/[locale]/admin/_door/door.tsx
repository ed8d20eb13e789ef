import type { ReactNode } from 'react'
import { OtherLanguage } from '../_ui/other-language'
import styles from './door.module.css'

/** The frame of what officers see before they are signed in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <main id="main" tabIndex={-1} className={styles.card}>
        <h1>{title}</h1>
        {children}
      </main>
      <footer>
        <OtherLanguage />
      </footer>
    </div>
  )
}
