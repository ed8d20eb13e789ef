import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { LinkButton } from '@/app/_ui/button'
import { Inner } from '@/app/_ui/frame'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { HeroDrawing } from './hero-drawing'
import { OutButton, OutLink } from './out-link'
import styles from './hero.module.css'

interface Props {
  profile: OperatorProfile
  slug: string
  locale: Locale
  /** Within which the clinic answers. */
  days: number
}

export function Hero({ profile, slug, locale, days }: Props) {
  const t = useTranslations('public')
  const saved = useTranslations('saved')
  const place = [profile.legalName[locale], profile.city?.[locale]].filter(Boolean).join(' · ')
  return (
    <div className={styles.hero}>
      <Inner>
        <div className={styles.columns}>
          <div>
            <p className={styles.place}>{place}</p>
            <h1 className={styles.title}>{t('hero.title')}</h1>
            <p className={styles.lead}>{t('hero.lead', { days })}</p>
            <div className={styles.actions}>
              <LinkButton href="#kinds">
                {t('hero.start')} <Icon name="arrow" size={20} />
              </LinkButton>
              <OutButton look="secondary" href={paths.findCase(locale, slug)}>
                {t('hero.check')}
              </OutButton>
            </div>
            <p className={styles.saved}>
              <OutLink href={paths.saved(locale, slug)}>{saved('link')}</OutLink>
            </p>
          </div>
          <HeroDrawing days={days} />
        </div>
      </Inner>
    </div>
  )
}
