import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { Door } from '../_door/door'
import styles from '../_door/door.module.css'
import { askForLink } from './actions'
import { ForgotForm } from './forgot-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.forgot')
  return { title: t('title') }
}

export default async function ForgotPasswordPage() {
  const locale = await currentLocale()
  const { people, errors } = messages[locale]
  return (
    <Door title={people.forgot.title}>
      <p className={styles.soft}>{people.forgot.intro}</p>
      <ForgotForm action={askForLink} words={people.forgot} errors={errors} />
      <p className={styles.soft}>
        <a href={paths.signIn(locale)}>{people.forgot.back}</a>
      </p>
    </Door>
  )
}
