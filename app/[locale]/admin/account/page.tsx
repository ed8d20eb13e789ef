import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, signedInContext } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { formatInstant } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import { getOwnSecondFactor } from '@/lib/people/second-factor'
import { getOwnAccount } from '@/lib/people/own-account'
import { findProvider } from '@/lib/sign-on/providers'
import settings from '../[operator]/settings/settings.module.css'
import { ButtonForm } from '../_ui/button-form'
import page from '../_ui/page.module.css'
import { PasswordForm, ProfileForm } from './account-forms'
import styles from './account.module.css'
import { ACCOUNT_ZONE } from './zone'
import { changePassword, endSessions, saveProfile } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.account')
  return { title: t('title') }
}

export default async function AccountPage() {
  const ctx = await signedInContext()
  const [account, factor, provider, t, secondFactor, signOn, locale] = await Promise.all([
    getOwnAccount(ctx),
    getOwnSecondFactor(ctx),
    ctx.actor.providerId ? findProvider(ctx.actor.providerId) : undefined,
    getTranslations('people.account'),
    getTranslations('people.secondFactor'),
    getTranslations('signOn.account'),
    currentLocale(),
  ])
  const { people, errors, admin } = messages[locale]
  const words = people.account
  const forms = {
    reasons: {
      invalid: words.invalid,
      'not-allowed': words.notAllowed,
      'ended-already': words.ended,
      flood: words.flood,
      locked: words.locked,
      busy: words.flood,
    },
    errors: { ...errors, ...people.errors },
  }
  const { show, hide } = admin.signIn
  const at = (instant: Date) => formatInstant(instant, locale, ACCOUNT_ZONE)
  return (
    <>
      <div className={page.head}>
        <h1>{t('title')}</h1>
      </div>
      <p className={page.intro}>{account.email}</p>
      <div className={settings.cards}>
        <section className={settings.card} aria-labelledby="profile">
          <h2 id="profile">{t('profile')}</h2>
          <ProfileForm action={saveProfile} name={account.name} locale={account.locale} words={words} forms={forms} />
        </section>
        {provider ? (
          <section className={settings.card} aria-labelledby="sign-on">
            <h2 id="sign-on">{signOn('title')}</h2>
            <p className={settings.hint}>{signOn('intro', { provider: provider.label })}</p>
          </section>
        ) : (
          <>
            <section className={settings.card} aria-labelledby="password">
              <h2 id="password">{t('password')}</h2>
              <p className={settings.hint}>{t('passwordIntro')}</p>
              <PasswordForm
                action={changePassword}
                current={{ label: words.current, show, hide }}
                next={{ label: words.new, hint: words.hint, show, hide }}
                words={words}
                forms={forms}
              />
            </section>
            <section className={settings.card} aria-labelledby="second-factor">
              <h2 id="second-factor">{people.secondFactor.title}</h2>
              <p className={settings.hint}>{people.secondFactor.intro}</p>
              <p>{factor.is === 'on' ? secondFactor('on', { at: at(factor.since) }) : people.secondFactor.isOff}</p>
              <p>
                <a href={paths.secondFactor(locale)} className={page.button}>
                  {factor.is === 'on' ? people.secondFactor.manage : people.secondFactor.begin}
                </a>
              </p>
            </section>
          </>
        )}
      </div>
      <section className={styles.sessions} aria-labelledby="sessions">
        <h2 id="sessions">{t('sessions')}</h2>
        <p className={page.intro}>{t('sessionsIntro')}</p>
        <ul>
          {account.sessions.map(({ id, device, createdAt, lastSeenAt, isThis }) => (
            <li key={id}>
              <p>
                <strong>{device || t('unknown')}</strong>
                {isThis && ` (${t('this')})`}
                <span>
                  {t('since', { at: at(createdAt) })}
                  {lastSeenAt && `, ${t('seen', { at: at(lastSeenAt) })}`}
                </span>
              </p>
              {!isThis && (
                <ButtonForm
                  action={endSessions}
                  ids={{ session: id }}
                  forms={forms}
                  labels={{ submit: t('end'), working: t('working') }}
                  look="plain"
                />
              )}
            </li>
          ))}
        </ul>
        {account.sessions.length > 1 && (
          <ButtonForm
            action={endSessions}
            ids={{ session: 'others' }}
            forms={forms}
            labels={{ submit: t('endAll'), working: t('working') }}
            look="plain"
          />
        )}
      </section>
    </>
  )
}
