import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { currentLocale } from '@/app/_server/context'
import { listMail } from '@/lib/demo-mail/store'
import { getEnv } from '@/lib/env'
import { formatInstant } from '@/lib/i18n/format'
import styles from './mail.module.css'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.demoMail')
  return { title: t('title'), robots: { index: false } }
}

/** The letters that the demo caught in place of sending them; an installation that is no demo has no such page. */
export default async function DemoMailPage() {
  if (getEnv().DEMO !== '1') notFound()
  const [t, locale, mails] = await Promise.all([getTranslations('admin.demoMail'), currentLocale(), listMail()])
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        <a href="?">{t('refresh')}</a>
      </div>
      <p className={styles.intro}>{t('intro')}</p>
      {mails.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <ol className={styles.list}>
          {mails.map(({ id, subject, to, receivedAt }) => (
            <li key={id}>
              <a href={`/${locale}/demo/mail/${id}`}>
                <strong>{subject}</strong>
                <span>{to.join(', ')}</span>
                <time dateTime={receivedAt.toISOString()}>{formatInstant(receivedAt, locale, 'Europe/Moscow')}</time>
              </a>
            </li>
          ))}
        </ol>
      )}
    </main>
  )
}
