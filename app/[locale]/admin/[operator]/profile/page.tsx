import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { getProfileView } from '@/lib/operators/profile-draft'
import { profilePartNames } from '@/lib/operators/profile-parts'
import page from '../../_ui/page.module.css'
import { Draft } from './draft'
import { NextSteps } from './next-steps'
import styles from './profile.module.css'
import { Versions } from './versions'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile')
  return { title: t('title') }
}

/** The clinic's profile by its parts, the draft of its next version, and the versions before. */
export default async function ProfilePage({ params }: Props) {
  const { operator: slug } = await params
  const { ctx, operator } = await staffContext(slug)
  const [view, t, locale] = await Promise.all([
    orNotFound(getProfileView(ctx)),
    getTranslations('profile'),
    currentLocale(),
  ])
  const { parts, about } = messages[locale].profile
  return (
    <>
      <div className={page.head}>
        <h1>{t('title')}</h1>
      </div>
      <p className={page.intro}>{t('intro')}</p>
      {operator.intake === 'hidden' && <NextSteps view={view} slug={slug} locale={locale} />}
      <Draft view={view} operator={operator} locale={locale} />
      <section className={styles.section} aria-labelledby="parts">
        <h2 id="parts">{t('partsTitle')}</h2>
        <p className={styles.hint}>{t('fixed', { slug, code: operator.code })}</p>
        <ul className={styles.parts}>
          {profilePartNames.map((part) => (
            <li key={part}>
              <a href={paths.profilePart(locale, slug, part)}>{parts[part]}</a>
              {view.draft?.changed.includes(part) && (
                <span className={page.badge} data-tone="new">
                  {t('changedPart')}
                </span>
              )}
              <p className={styles.hint}>{about[part]}</p>
            </li>
          ))}
        </ul>
      </section>
      <Versions view={view} operator={operator} locale={locale} />
    </>
  )
}
