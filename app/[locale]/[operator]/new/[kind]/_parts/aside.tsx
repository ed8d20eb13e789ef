import { useTranslations } from 'next-intl'
import { Icon } from '@/app/_ui/icon'
import styles from './aside.module.css'

/** What the person gets for the three minutes, and within how many days. */
export function Aside({ days }: { days: number }) {
  const t = useTranslations('form.aside')
  return (
    <aside className={styles.aside} aria-labelledby="aside-title">
      <h2 id="aside-title">{t('title')}</h2>
      <ul>
        <li>
          <Icon name="file" size={22} /> {t('number')}
        </li>
        <li>
          <Icon name="calendar" size={22} /> {t('answer', { days })}
        </li>
        <li>
          <Icon name="lock" size={22} /> {t('private')}
        </li>
        <li>
          <Icon name="check" size={22} /> {t('free')}
        </li>
      </ul>
    </aside>
  )
}
