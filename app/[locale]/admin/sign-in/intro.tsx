import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import styles from '../_door/door.module.css'

/** What is behind the door; or that somebody has just gone out. */
export async function Intro({ ended, children }: { ended: boolean; children: ReactNode }) {
  const t = await getTranslations('admin.signIn')
  return ended ? <p role="status">{t('ended')}</p> : <p className={styles.soft}>{children}</p>
}
