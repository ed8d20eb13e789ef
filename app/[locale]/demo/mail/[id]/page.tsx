import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { currentLocale } from '@/app/_server/context'
import { framedLetter } from '@/app/_server/framed-letter'
import { readMail } from '@/lib/demo-mail/store'
import { getEnv } from '@/lib/env'
import { formatInstant } from '@/lib/i18n/format'
import { LinkedText } from '../linked-text'
import styles from '../mail.module.css'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const mail = getEnv().DEMO === '1' ? await readMail((await params).id) : undefined
  return { ...(mail && { title: mail.subject }), robots: { index: false } }
}

/** One caught letter: its HTML in a frame that runs nothing, and its text. Links lead on in this very tab. */
export default async function DemoMailLetter({ params }: Props) {
  if (getEnv().DEMO !== '1') notFound()
  const mail = (await readMail((await params).id)) ?? notFound()
  const [t, locale] = await Promise.all([getTranslations('admin.demoMail'), currentLocale()])
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <p>
        <a href={`/${locale}/demo/mail`}>{t('back')}</a>
      </p>
      <div className={styles.head}>
        <h1>{mail.subject}</h1>
      </div>
      <dl className={styles.facts}>
        <dt>{t('from')}</dt>
        <dd>{mail.from}</dd>
        <dt>{t('to')}</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>{t('at')}</dt>
        <dd>{formatInstant(mail.receivedAt, locale, 'Europe/Moscow')}</dd>
      </dl>
      <h2>{t('html')}</h2>
      <iframe
        title={t('frame')}
        className={styles.letter}
        sandbox="allow-top-navigation-by-user-activation"
        srcDoc={`<base target="_top">${await framedLetter(mail.html)}`}
      />
      <h2>{t('text')}</h2>
      <pre className={styles.text}>
        <LinkedText text={mail.text} />
      </pre>
    </main>
  )
}
