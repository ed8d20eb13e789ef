import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, demandingClinics, requireSignedIn, signedInContext } from '@/app/_server/context'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { formatDateInSentence, formatInstant } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import { listOwnPasskeys } from '@/lib/people/passkeys'
import { ownsAccount } from '@/lib/sign-on/permissions'
import { getOwnSecondFactor } from '@/lib/people/second-factor'
import page from '../../_ui/page.module.css'
import { QrCode } from '../../_ui/qr-code'
import { ACCOUNT_ZONE } from '../zone'
import { changeSecondFactor } from './actions'
import { Passkeys } from './_passkeys/passkeys'
import { SecondFactorForm } from './second-factor-form'
import styles from './second-factor.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.secondFactor')
  return { title: t('title') }
}

/** The second step of one's own signing in: turned on with an app, its spare codes, turned off. */
export default async function SecondFactorPage() {
  const ctx = await signedInContext()
  // It is the account's, which a session of one clinic's provider does not change.
  if (!ownsAccount(ctx.actor)) redirect(paths.account(await currentLocale()))
  const [factor, clinics, t, locale] = await Promise.all([
    getOwnSecondFactor(ctx),
    requireSignedIn().then(demandingClinics),
    getTranslations('people.secondFactor'),
    currentLocale(),
  ])
  const { people, errors } = messages[locale]
  const words = people.secondFactor
  return (
    <>
      <a href={paths.account(locale)} className={page.link}>
        <Icon name="back" size={18} />
        {people.account.title}
      </a>
      <div className={page.head}>
        <h1>{words.title}</h1>
      </div>
      <p className={page.intro}>{words.intro}</p>
      {factor.is !== 'on' &&
        clinics.map(({ id, profile, secondFactorFrom }) => (
          <p key={id} className={styles.demand}>
            {t('demanded', {
              clinic: profile.name[locale],
              date: formatDateInSentence(secondFactorFrom ?? '', locale),
            })}
          </p>
        ))}
      {factor.is === 'on' && (
        <p>
          {t('on', { at: formatInstant(factor.since, locale, ACCOUNT_ZONE) })} {t('codesLeft', { n: factor.codesLeft })}
        </p>
      )}
      <SecondFactorForm
        action={changeSecondFactor}
        is={factor.is}
        words={words}
        copy={{ label: words.copy, done: words.copied }}
        errors={{ ...errors, ...people.errors }}
        account={paths.account(locale)}
      >
        {factor.is === 'begun' && (
          <ol className={styles.steps}>
            <li>{words.app}</li>
            <li>
              {words.scan}
              <QrCode text={factor.uri} label={words.qr} className={styles.qr} />
              {words.byHand}
              <code className={styles.key}>{factor.text}</code>
            </li>
            <li>{words.type}</li>
          </ol>
        )}
      </SecondFactorForm>
      {factor.is === 'on' && <Passkeys passkeys={await listOwnPasskeys(ctx)} locale={locale} />}
    </>
  )
}
