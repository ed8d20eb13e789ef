'use client'

import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import { useTransition } from 'react'
import { forgetAllKept } from '@/app/_ui/form/kept'
import { AdminIcon } from '../../_ui/admin-icon'
import { showKeys } from './keys-event'
import styles from './menus.module.css'

interface Props {
  name: string
  role: string
  account: { href: string; label: string }
  labels: { menu: string; theme: string; auto: string; light: string; dark: string; keys: string; signOut: string }
  signOut: () => Promise<void>
}

const schemes = ['auto', 'light', 'dark'] as const

export function UserMenu({ name, role, account, labels, signOut }: Props) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [isLeaving, leave] = useTransition()
  // The choice lives in the browser: the server cannot know it.
  const chosen = useMounted() ? colorScheme : 'auto'
  return (
    <Menu position="bottom-end" width={240} shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <UnstyledButton className={styles.user}>
          <span className={styles.initials} data-initials={initialsOf(name)} />
          <span className="visually-hidden">
            {labels.menu}: {name}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{name}</strong>
          <span>{role}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component="a" href={account.href} leftSection={<AdminIcon name="people" size={18} />}>
          {account.label}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{labels.theme}</Menu.Label>
        <Menu.RadioGroup
          value={chosen}
          onChange={(scheme) => setColorScheme(schemes.find((one) => one === scheme) ?? 'auto')}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {labels[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<AdminIcon name="keyboard" size={18} />} onClick={showKeys}>
          {labels.keys}
        </Menu.Item>
        <Menu.Item
          leftSection={<AdminIcon name="signOut" size={18} />}
          disabled={isLeaving}
          onClick={() => {
            // The next one may sit at the same desk.
            forgetAllKept()
            leave(() => signOut())
          }}
        >
          {labels.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0))
    .join('')
