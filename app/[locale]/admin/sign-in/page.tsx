import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, findSignedIn } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { Door } from '../_door/door'
import styles from '../_door/door.module.css'
import { signIn } from './actions'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('signIn.title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  const locale = await currentLocale()
  if (await findSignedIn()) redirect(paths.admin(locale))
  const [t, errors, { ended }] = await Promise.all([
    getTranslations('admin.signIn'),
    getTranslations('errors'),
    searchParams,
  ])
  const labels = {
    email: t('email'),
    password: { label: t('password'), show: t('show'), hide: t('hide') },
    submit: t('submit'),
    working: t('working'),
    required: errors('required'),
    flood: t('flood'),
  }
  return (
    <Door title={t('title')}>
      {ended === undefined ? <p className={styles.soft}>{t('intro')}</p> : <p role="status">{t('ended')}</p>}
      <SignInForm action={signIn} labels={labels} />
      <p className={styles.soft}>
        <a href={paths.forgotPassword(locale)}>{t('forgot')}</a>
      </p>
      <p className={styles.soft}>{t('help')}</p>
    </Door>
  )
}
