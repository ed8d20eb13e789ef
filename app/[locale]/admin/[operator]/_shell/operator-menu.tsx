'use client'

import { Menu, UnstyledButton } from '@mantine/core'
import { Icon } from '@/app/_ui/icon'
import styles from './menus.module.css'

export interface OperatorLink {
  href: string
  name: string
  current: boolean
}

/** Which clinic the officer works for now; a menu only for those who have several. */
export function OperatorMenu({ operators, all }: { operators: readonly OperatorLink[]; all: OperatorLink }) {
  const current = operators.find((operator) => operator.current)
  if (operators.length < 2) return <span className={styles.name}>{current?.name}</span>
  return (
    <Menu position="bottom-start" width={280} shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <UnstyledButton className={styles.target}>
          <span className={styles.name}>{current?.name}</span>
          <Icon name="chevron" size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {operators.map(({ href, name, current: isCurrent }) => (
          <Menu.Item
            key={href}
            component="a"
            href={href}
            rightSection={isCurrent ? <Icon name="check" size={16} /> : null}
            {...(isCurrent && { 'aria-current': 'true' })}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href={all.href}>
          {all.name}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
