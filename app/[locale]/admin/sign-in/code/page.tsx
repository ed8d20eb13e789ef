import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, findSignedIn, installationContext } from '@/app/_server/context'
import { readSecondStepTicket } from '@/app/_server/session'
import { officersPath, paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { mayUsePasskey } from '@/lib/sessions/second-step'
import { Door } from '../../_door/door'
import styles from '../../_door/door.module.css'
import { askPasskey, enterCode } from './actions'
import { CodeForm } from './code-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.signInCode')
  return { title: t('title') }
}

interface Props {
  /** `next`: the page that asked for it. */
  searchParams: Promise<{ next?: string | string[] }>
}

/** The second step of signing in; whoever has not taken the first is led there. */
export default async function SignInCodePage({ searchParams }: Props) {
  const [{ next: asked }, locale] = await Promise.all([searchParams, currentLocale()])
  const next = officersPath(asked, locale)
  if (await findSignedIn()) redirect(next ?? paths.admin(locale))
  const ticket = await readSecondStepTicket()
  if (!ticket) redirect(paths.signIn(locale, next))
  const hasPasskey = await mayUsePasskey(installationContext(), ticket)
  const { people, errors, admin } = messages[locale]
  const words = people.signInCode
  return (
    <Door title={words.title}>
      <p className={styles.soft}>{words.intro}</p>
      <CodeForm
        action={enterCode}
        ask={hasPasskey ? askPasskey : undefined}
        next={next}
        words={{ ...words, flood: admin.signIn.flood }}
        errors={{ ...errors, ...people.errors }}
      />
      <p className={styles.soft}>{words.lost}</p>
      <p className={styles.soft}>
        <a href={paths.signIn(locale, next)}>{words.again}</a>
      </p>
    </Door>
  )
}
