import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, installationContext } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { findChoice } from '@/lib/people/choose-password'
import { Door } from '../../_door/door'
import styles from '../../_door/door.module.css'
import page from '../../_ui/page.module.css'
import { choose } from './actions'
import { ChooseForm } from './choose-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.choose')
  return { title: t('title') }
}

export default async function ChoosePasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, locale] = await Promise.all([params, currentLocale()])
  const choice = await findChoice(installationContext(), token)
  const { people, errors, admin } = messages[locale]
  const words = people.choose
  if (!choice) {
    return (
      <Door title={words.endedTitle}>
        <p>{words.ended}</p>
        <a href={paths.forgotPassword(locale)} className={`${page.button} ${page.primary}`}>
          {words.again}
        </a>
        <p className={styles.soft}>{words.endedInvitation}</p>
      </Door>
    )
  }
  const { show, hide } = admin.signIn
  return (
    <Door title={choice.purpose === 'invitation' ? words.welcome : words.title}>
      <p className={styles.soft}>{choice.purpose === 'invitation' ? words.introInvitation : words.introReset}</p>
      <ChooseForm
        action={choose}
        token={token}
        email={choice.email}
        words={words}
        password={{ label: words.password, hint: words.hint, show, hide }}
        errors={{ ...errors, ...people.errors }}
      />
    </Door>
  )
}
