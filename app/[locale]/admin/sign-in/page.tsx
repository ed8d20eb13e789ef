import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, findSignedIn } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { OtherLanguage } from '../_ui/other-language'
import { signIn } from './actions'
import { SignInForm } from './sign-in-form'
import styles from './sign-in.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('signIn.title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  if (await findSignedIn()) redirect(paths.admin(await currentLocale()))
  const [t, errors, { ended }] = await Promise.all([
    getTranslations('admin.signIn'),
    getTranslations('errors'),
    searchParams,
  ])
  const labels = {
    email: t('email'),
    password: t('password'),
    show: t('show'),
    hide: t('hide'),
    submit: t('submit'),
    working: t('working'),
    required: errors('required'),
    flood: t('flood'),
  }
  return (
    <div className={styles.page}>
      <main id="main" tabIndex={-1} className={styles.card}>
        <h1>{t('title')}</h1>
        {ended === undefined ? <p className={styles.soft}>{t('intro')}</p> : <p role="status">{t('ended')}</p>}
        <SignInForm action={signIn} labels={labels} />
        <p className={styles.soft}>{t('help')}</p>
      </main>
      <footer>
        <OtherLanguage />
      </footer>
    </div>
  )
}
