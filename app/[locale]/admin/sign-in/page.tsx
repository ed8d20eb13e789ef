import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, findSignedIn } from '@/app/_server/context'
import { signOnTroubles } from '@/app/_server/sign-on'
import { officersPath, paths } from '@/lib/core/links'
import { findOperator, listOperators } from '@/lib/operators/queries'
import { listProviders } from '@/lib/sign-on/providers'
import { owesProvider } from '@/lib/sign-on/permissions'
import { Door } from '../_door/door'
import styles from '../_door/door.module.css'
import { signIn } from './actions'
import { Intro } from './intro'
import { Providers } from './providers'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('signIn.title') }
}

interface Props {
  /**
   * `next`: the page that asked for it; `clinic`: that which takes its own sign-in alone; `trouble`: why a provider has signed
   * nobody in.
   */
  searchParams: Promise<{ ended?: string; next?: string | string[]; clinic?: string; trouble?: string }>
}

export default async function SignInPage({ searchParams }: Props) {
  const [{ ended, next: asked, clinic: slug = '', trouble: why }, locale] = await Promise.all([
    searchParams,
    currentLocale(),
  ])
  const next = officersPath(asked, locale)
  const [staff, clinic] = [await findSignedIn(), await findOperator(slug)]
  const owes = staff !== undefined && clinic !== undefined && owesProvider(staff, clinic)
  if (staff && !owes) redirect(next ?? paths.admin(locale))
  const trouble = signOnTroubles.find((known) => known === why)
  const [t, errors, signOn, providers, operators] = await Promise.all([
    getTranslations('admin.signIn'),
    getTranslations('errors'),
    getTranslations('signOn'),
    listProviders(),
    listOperators(),
  ])
  const asking = clinic ?? operators.find((operator) => next?.startsWith(`/${locale}/admin/${operator.slug}/`))
  const theirs = providers.filter(({ operatorId }) => operatorId === asking?.id)
  const offered = theirs.length > 0 ? theirs : providers
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
      {trouble ? (
        <p role="alert" className={styles.problem}>
          {signOn(`trouble.${trouble}`)}
        </p>
      ) : (
        <Intro ended={ended !== undefined}>
          {owes ? signOn('door.onlyHere', { clinic: clinic.profile.name[locale] }) : t(next ? 'next' : 'intro')}
        </Intro>
      )}
      <Providers offered={offered} operators={operators} locale={locale} next={next} />
      {!owes && (
        <>
          {offered.length > 0 && <p className={styles.soft}>{signOn('door.or')}</p>}
          <SignInForm action={signIn} next={next} labels={labels} />
          <p className={styles.soft}>
            <a href={paths.forgotPassword(locale)}>{t('forgot')}</a>
          </p>
          <p className={styles.soft}>{t('help')}</p>
        </>
      )}
    </Door>
  )
}
