import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import type { Operator } from '@/lib/operators/queries'
import styles from './intake-notice.module.css'

/** That the clinic takes no requests here for now, and where it does. Nothing while it takes them. */
export function IntakeNotice({ operator, locale }: { operator: Operator; locale: Locale }) {
  const t = useTranslations('public.intake')
  if (operator.intake === 'open') return null
  const contacts = `${paths.operator(locale, operator.slug)}#contacts`
  return (
    <div className={styles.notice} role="status">
      <Icon name="alert" size={24} className={styles.icon} />
      <div>
        <h2 className={styles.title}>{t('title')}</h2>
        <p>{t('text')}</p>
        <p>
          <a href={contacts}>{t('contacts')}</a>
        </p>
      </div>
    </div>
  )
}
