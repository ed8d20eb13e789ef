import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FormFrame } from '@/app/_ui/form/form-frame'
import { OtherLanguage } from '../_ui/other-language'
import styles from './door.module.css'

/** The frame of what officers see before they are signed in. */
export async function Door({ title, children }: { title: string; children: ReactNode }) {
  const { common } = await getMessages()
  return (
    <div className={styles.page}>
      <main id="main" tabIndex={-1} className={styles.card}>
        <h1>{title}</h1>
        <FormFrame owner="nobody" words={common.forms}>
          {children}
        </FormFrame>
      </main>
      <footer>
        <OtherLanguage />
      </footer>
    </div>
  )
}
