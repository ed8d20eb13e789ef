'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { AdminIcon } from '../../_ui/admin-icon'
import styles from './shell.module.css'

export interface NavItem {
  href: string
  label: string
  icon: ReactNode
}

interface Props {
  nav: readonly NavItem[]
  labels: { sections: string; openMenu: string }
  /** Which clinic, at the left of the header. */
  operator: ReactNode
  search: ReactNode
  user: ReactNode
  /** Under the sections. */
  foot: ReactNode
  children: ReactNode
}

/** The frame of every officers' page. It authorises nothing. Plain links: leaving an unsaved letter can be asked about. */
export function Shell({ nav, labels, operator, search, user, foot, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const pathname = usePathname()
  return (
    <div className={styles.root}>
      <header className={styles.header}>
        <button
          type="button"
          className={styles.menu}
          onClick={() => setOpen(!isOpen)}
          aria-label={labels.openMenu}
          aria-expanded={isOpen}
        >
          <AdminIcon name={isOpen ? 'close' : 'menu'} size={22} />
        </button>
        <div className={styles.operator}>{operator}</div>
        <div className={styles.search}>{search}</div>
        {user}
      </header>
      <nav aria-label={labels.sections} className={styles.navbar} data-open={isOpen}>
        {nav.map(({ href, label, icon }) => (
          <a
            key={href}
            href={href}
            className={styles.link}
            {...(isWithin(pathname, href) && { 'aria-current': 'page' })}
          >
            {icon}
            {label}
          </a>
        ))}
        <div className={styles.foot}>{foot}</div>
      </nav>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}

/** A request belongs to the queue. */
const isWithin = (pathname: string, href: string): boolean =>
  pathname === href || (href.endsWith('/queue') && pathname.startsWith(href.replace(/queue$/, 'requests/')))
