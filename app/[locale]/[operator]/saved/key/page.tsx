import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, publicContext } from '@/app/_server/context'
import { readSavedFormCookie } from '@/app/_server/session'
import { LinkButton } from '@/app/_ui/button'
import { Inner } from '@/app/_ui/frame'
import { Icon } from '@/app/_ui/icon'
import { PrintButton } from '@/app/_ui/print-button'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { localDate } from '@/lib/core/zoned'
import { formatDateWithWeekday, formatTime } from '@/lib/i18n/format'
import { SHOWING_MINUTES } from '@/lib/saved-forms/model'
import { findSavedForm } from '@/lib/saved-forms/queries'
import { formatSavedKey } from '@/lib/text/saved-key'
import { LeaveForm } from '../../_parts/leave-form'
import { leaveKeyAction } from '../actions'
import { FreshPage } from './fresh-page'
import styles from './key.module.css'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('saved.key')
  return { title: t('title'), robots: { index: false } }
}

/** The key of the form that this browser has just saved, to be written down. */
export default async function SavedKeyPage({ params }: Props) {
  const { ctx, operator } = await publicContext((await params).operator)
  const locale = await currentLocale()
  const { slug, profile, timeZone } = operator
  const form = await findSavedForm(ctx, await readSavedFormCookie())
  if (!form) redirect(paths.saved(locale, slug))
  const t = await getTranslations('saved.key')
  const kinds = await getTranslations('kinds.title')
  const address = portalUrl(paths.saved(locale, slug))
  const files = form.values['uploads[]']?.length ?? 0
  return (
    <Inner>
      <FreshPage />
      <div className={styles.card}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <h2 id="key" className={styles.label}>
          {t('key')}
        </h2>
        <p className={styles.key} aria-labelledby="key">
          {formatSavedKey(form.key)
            .split(' ')
            .map((group, n) => (
              <span key={`${n} ${group}`}>{group} </span>
            ))}
        </p>
        <p className={styles.hint}>{t('keyWhy')}</p>
        <dl className={styles.facts}>
          <dt>{t('until')}</dt>
          <dd className={styles.until}>
            {formatDateWithWeekday(localDate(form.expiresAt, timeZone), locale)},{' '}
            {formatTime(form.expiresAt, locale, timeZone)}
            <span className={styles.hint}>{t('zone')}</span>
          </dd>
          <dt>{t('clinic')}</dt>
          <dd>{profile.legalName[locale]}</dd>
          <dt>{t('form')}</dt>
          <dd>
            {kinds(form.kind)}
            {files > 0 && <span className={styles.hint}>{t('files', { count: files })}</span>}
          </dd>
          <dt>{t('where')}</dt>
          <dd>
            <a href={paths.saved(locale, slug)}>{address}</a>
          </dd>
        </dl>
        <div className={styles.buttons}>
          <LeaveForm action={leaveKeyAction.bind(null, slug)} label={t('done')} look="primary" />
          <PrintButton label={t('print')} />
          <LinkButton look="quiet" href={paths.openedForm(locale, slug, form.kind)}>
            {t('goOn')}
          </LinkButton>
        </div>
        <p className={`${styles.hint} ${styles.shared}`}>
          <Icon name="lock" size={20} /> {t('shared', { minutes: SHOWING_MINUTES })}
        </p>
      </div>
    </Inner>
  )
}
