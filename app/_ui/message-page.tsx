import type { ReactNode } from 'react'
import { Icon } from './icon'
import styles from './message-page.module.css'

/** What a page says that has nothing else to show: what happened, and how to go on. */
export function MessagePage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <span className={styles.icon}>
        <Icon name="info" size={32} />
      </span>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
