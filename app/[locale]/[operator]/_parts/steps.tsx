import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/app/_ui/icon'
import styles from './steps.module.css'

const steps: { key: 'file' | 'check' | 'answer'; icon: IconName }[] = [
  { key: 'file', icon: 'correction' },
  { key: 'check', icon: 'access' },
  { key: 'answer', icon: 'email' },
]

/** Three pictures that tell the way of a request. */
export function Steps({ days = 30 }: { days?: number }) {
  const t = useTranslations('public.steps')
  return (
    <section aria-label={t('label')} className={styles.section}>
      <ol className={styles.steps}>
        {steps.map(({ key, icon }, index) => (
          <li key={key} className={styles.step}>
            <span className={styles.picture}>
              <Icon name={icon} size={34} />
              <span className={styles.number}>{index + 1}</span>
            </span>
            <div>
              <p className={styles.title}>{t(`${key}Title`)}</p>
              <p className={styles.text}>{t(`${key}Text`, { days })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
