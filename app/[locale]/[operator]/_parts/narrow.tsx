import type { ReactNode } from 'react'
import { Inner } from '@/app/_ui/frame'
import { Icon, type IconName } from '@/app/_ui/icon'
import styles from './narrow.module.css'

interface Props {
  icon: IconName
  /** Left out where the children bring a heading of their own. */
  title?: ReactNode
  lead?: string
  children: ReactNode
  aside?: ReactNode
}

/** A page with one thing to do. */
export function Narrow({ icon, title, lead, children, aside }: Props) {
  return (
    <Inner>
      <div className={styles.page}>
        <span className={styles.icon}>
          <Icon name={icon} size={30} />
        </span>
        {title && <h1 className={styles.title}>{title}</h1>}
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
    </Inner>
  )
}
