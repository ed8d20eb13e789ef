import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { connection } from 'next/server'
import { redirect } from 'next/navigation'
import { currentLocale } from '@/app/_server/context'
import { accentStyle } from '@/app/_ui/accent'
import { Inner } from '@/app/_ui/frame'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { listPublicOperators } from '@/lib/operators/queries'
import { PortalFrame } from './_parts/portal-frame'
import styles from './clinics.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('public.clinics')
  return { title: t('title') }
}

/** The clinics of this installation; where there is one, straight to it. */
export default async function ClinicsPage() {
  await connection()
  const locale = await currentLocale()
  const operators = await listPublicOperators()
  const [only, ...others] = operators
  if (only && others.length === 0) redirect(paths.operator(locale, only.slug))
  const t = await getTranslations('public.clinics')
  return (
    <PortalFrame locale={locale}>
      <Inner>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.lead}>{operators.length > 0 ? t('lead') : t('none')}</p>
        <ul className={styles.cards}>
          {operators.map(({ slug, profile }) => (
            <li key={slug} className={`${styles.card} accent`} style={accentStyle(profile.accentHue)}>
              <span className={styles.mark}>
                <Icon name="lock" size={24} />
              </span>
              <h2 className={styles.name}>
                <a href={paths.operator(locale, slug)} className={styles.link}>
                  {profile.name[locale]}
                </a>
              </h2>
              <p className={styles.place}>
                {profile.city && <span>{profile.city[locale]}</span>}
                <span>{new URL(profile.site).hostname.replace('www.', '')}</span>
              </p>
              <span className={styles.go} aria-hidden="true">
                <Icon name="arrow" size={22} />
              </span>
            </li>
          ))}
        </ul>
      </Inner>
    </PortalFrame>
  )
}
