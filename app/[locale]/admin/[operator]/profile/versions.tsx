import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { formatInstant } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import type { ProfileView } from '@/lib/operators/profile-draft'
import type { Operator } from '@/lib/operators/queries'
import { ButtonForm } from '../../_ui/button-form'
import page from '../../_ui/page.module.css'
import { restore } from './actions'
import { Changes } from './changes'
import styles from './profile.module.css'

interface Props {
  view: ProfileView
  operator: Operator
  locale: Locale
}

/** Who published what, and when; an earlier version can be looked at and begun with. */
export async function Versions({ view: { versions, draft }, operator: { slug, timeZone }, locale }: Props) {
  const t = await getTranslations('profile.versions')
  const { reasons, errors } = messages[locale].profile
  return (
    <section className={styles.section} aria-labelledby="versions">
      <h2 id="versions">{t('title')}</h2>
      {versions.length > 1 && !draft && <p className={styles.hint}>{t('restoreHint')}</p>}
      <ol className={styles.versions}>
        {versions.map(({ version, publishedAt, publishedBy, profile, before }, at) => (
          <li key={version}>
            <p>
              <strong>{t('one', { version })}</strong>{' '}
              {at === 0 && (
                <span className={page.badge} data-tone="good">
                  {t('inForce')}
                </span>
              )}
            </p>
            <p className={styles.hint}>
              {t('by', { when: formatInstant(publishedAt, locale, timeZone), who: publishedBy ?? t('server') })}
            </p>
            {before && (
              <details>
                <summary>{t('changes')}</summary>
                <Changes before={before} after={profile} locale={locale} />
              </details>
            )}
            <div className={styles.acts}>
              <a href={paths.profilePreview(locale, slug, version)} className={page.link}>
                {t('look')}
              </a>
              {at > 0 && !draft && (
                <ButtonForm
                  action={restore.bind(null, slug)}
                  ids={{ version: String(version) }}
                  forms={{ reasons, errors }}
                  labels={{ submit: t('restore'), working: t('restoring') }}
                  look="plain"
                />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
