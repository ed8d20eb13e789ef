import { useTranslations } from 'next-intl'
import { Icon } from '@/app/_ui/icon'
import type { TermUnit } from '@/db/enums'
import styles from './aside.module.css'

interface Props {
  /** Within which the clinic answers whatever is asked. */
  days: number
  /** A shorter term that the law sets for the answer to this. */
  own: { amount: number; unit: TermUnit } | undefined
}

/** What the person gets for the three minutes, and within how many days. */
export function Aside({ days, own }: Props) {
  const t = useTranslations('form.aside')
  return (
    <aside className={styles.aside} aria-labelledby="aside-title">
      <h2 id="aside-title">{t('title')}</h2>
      <ul>
        <li>
          <Icon name="file" size={22} /> {t('number')}
        </li>
        <li>
          <Icon name="calendar" size={22} />{' '}
          {own?.unit === 'working-days'
            ? t('answerWorking', { days: own.amount })
            : t('answer', { days: own?.amount ?? days })}
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
