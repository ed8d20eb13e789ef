import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, findSignedIn } from '@/app/_server/context'
import { officersPath, paths } from '@/lib/core/links'
import { Door } from '../_door/door'
import styles from '../_door/door.module.css'
import { signIn } from './actions'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('signIn.title') }
}

interface Props {
  /** `next`: the page that asked for it. */
  searchParams: Promise<{ ended?: string; next?: string | string[] }>
}

export default async function SignInPage({ searchParams }: Props) {
  const [{ ended, next: asked }, locale] = await Promise.all([searchParams, currentLocale()])
  const next = officersPath(asked, locale)
  if (await findSignedIn()) redirect(next ?? paths.admin(locale))
  const [t, errors] = await Promise.all([getTranslations('admin.signIn'), getTranslations('errors')])
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
      {ended === undefined ? (
        <p className={styles.soft}>{t(next ? 'next' : 'intro')}</p>
      ) : (
        <p role="status">{t('ended')}</p>
      )}
      <SignInForm action={signIn} next={next} labels={labels} />
      <p className={styles.soft}>
        <a href={paths.forgotPassword(locale)}>{t('forgot')}</a>
      </p>
      <p className={styles.soft}>{t('help')}</p>
    </Door>
  )
}
