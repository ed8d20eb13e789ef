import { useTranslations } from 'next-intl'
import type { OperatorProfile } from '@/db/operators'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { OutLink } from './out-link'
import styles from './operator-footer.module.css'

/** Who answers for these pages: the clinic by its full name and numbers. */
export function OperatorFooter({ profile, locale }: { profile: OperatorProfile; locale: Locale }) {
  const t = useTranslations('common')
  const { ogrn, inn } = profile.registration
  const numbers = [ogrn && t('footer.ogrn', { number: ogrn }), inn && t('footer.inn', { number: inn })].filter(Boolean)
  return (
    <div className={styles.columns}>
      <div>
        <p className={styles.label}>{t('footer.operator')}</p>
        <p className={styles.name}>{profile.legalName[locale]}</p>
        <p>{[profile.city?.[locale], ...numbers].filter(Boolean).join(' · ')}</p>
        <p className={styles.free}>{t('footer.free')}</p>
      </div>
      <nav aria-label={t('footer.label')}>
        <ul className={styles.links}>
          <li>
            <OutLink href={profile.site} rel="noreferrer">
              {t('footer.site')}
            </OutLink>
          </li>
          {profile.policyUrl && (
            <li>
              <OutLink href={profile.policyUrl} rel="noreferrer">
                {t('footer.policy')}
              </OutLink>
            </li>
          )}
          <li>
            <OutLink href={paths.operators(locale)}>{t('allClinics')}</OutLink>
          </li>
          <li>
            <OutLink href={paths.admin(locale)}>{t('footer.forStaff')}</OutLink>
          </li>
        </ul>
      </nav>
    </div>
  )
}
