'use client'

import { AppShell, Burger } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
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
  const [isOpen, { toggle }] = useDisclosure()
  const pathname = usePathname()
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      classNames={{ root: styles.root, header: styles.header, navbar: styles.navbar, main: styles.main }}
      transitionDuration={0}
    >
      <AppShell.Header>
        <Burger
          opened={isOpen}
          onClick={toggle}
          hiddenFrom="md"
          size="sm"
          aria-label={labels.openMenu}
          aria-expanded={isOpen}
        />
        <div className={styles.operator}>{operator}</div>
        <div className={styles.search}>{search}</div>
        {user}
      </AppShell.Header>
      <AppShell.Navbar aria-label={labels.sections}>
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
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {children}
      </AppShell.Main>
    </AppShell>
  )
}

/** A request belongs to the queue. */
const isWithin = (pathname: string, href: string): boolean =>
  pathname === href || (href.endsWith('/queue') && pathname.startsWith(href.replace(/queue$/, 'requests/')))
