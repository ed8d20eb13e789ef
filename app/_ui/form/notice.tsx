import type { ReactNode, Ref } from 'react'
import { Icon } from '../icon'
import styles from './notice.module.css'

/** What just happened, or could not. Takes the focus when its form hands it over. */
export function Notice({
  ref,
  tone,
  children,
}: {
  ref?: Ref<HTMLDivElement>
  tone: 'good' | 'danger'
  children: ReactNode
}) {
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`${styles.notice} ${styles[tone]}`}
    >
      <Icon name={tone === 'danger' ? 'alert' : 'check'} size={22} />
      <p>{children}</p>
    </div>
  )
}
