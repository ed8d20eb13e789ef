import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { messages } from '@/lib/i18n/messages'
import { canChangeTerms } from '@/lib/operators/permissions'
import { canSetReminders } from '@/lib/reminders/permissions'
import { getClinicSettings } from '@/lib/reminders/queries'
import { FIRST_HOUR, LAST_HOUR } from '@/lib/reminders/schemas'
import page from '../../_ui/page.module.css'
import { savePreference, saveSettings } from './actions'
import { ClinicFacts } from './clinic-facts'
import { ClinicForm } from './clinic-form'
import { OwnForm } from './own-form'
import styles from './settings.module.css'
import { TermsTable } from './terms-table'

interface Props {
  params: Promise<{ operator: string }>
  /** `term`: the version of a rule that has just been made. */
  searchParams: Promise<{ term?: string }>
}

/** Before there is an address, what its form begins with. */
const noEscalation = { email: '', locale: 'ru', afterDays: 3 } as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminDeadlines.settings')
  return { title: t('title') }
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const [{ operator: slug }, { term }] = await Promise.all([params, searchParams])
  const { ctx, operator } = await staffContext(slug)
  const [{ reminders, preference, terms }, t, termWords, admin, locale] = await Promise.all([
    getClinicSettings(ctx),
    getTranslations('adminDeadlines.settings'),
    getTranslations('adminDeadlines.settings.terms'),
    getTranslations('admin'),
    currentLocale(),
  ])
  const { own, clinic, ...forms } = messages[locale].adminDeadlines.settings
  const { emailLetters, emailEnding } = messages[locale].errors
  const errors = { ...forms.errors, emailLetters, emailEnding }
  const words = { saved: forms.saved, saving: forms.saving, reasons: forms.reasons, errors }
  const { daysBefore, overdueDaily, leadDaysBefore, unreadAfterDays } = reminders
  const escalation = reminders.escalation ?? noEscalation
  const hints = {
    hourHint: t('own.hourHint', { zone: operator.timeZone }),
    daysHint: t('own.daysHint', { days: daysBefore.join(', ') }),
  }
  const mayChange = canChangeTerms(ctx.actor)
  const changed = terms.find(({ id }) => id === term)
  return (
    <>
      <div className={page.head}>
        <h1>{t('title')}</h1>
      </div>
      <div className={styles.cards}>
        {preference && (
          <section className={styles.card} aria-labelledby="own">
            <h2 id="own">{own.title}</h2>
            <p className={styles.hint}>{own.intro}</p>
            <OwnForm
              action={savePreference.bind(null, slug)}
              values={{
                digest: preference.digest ? 'daily' : 'single',
                digestHour: preference.digestHour,
                daysBefore: preference.daysBefore?.join(', ') ?? '',
              }}
              hours={Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, n) => FIRST_HOUR + n)}
              words={{ ...own, ...hints }}
              forms={words}
            />
          </section>
        )}
        <section className={styles.card} aria-labelledby="clinic">
          <h2 id="clinic">{clinic.title}</h2>
          <p className={styles.hint}>{clinic.intro}</p>
          {canSetReminders(ctx.actor, 'settings') ? (
            <ClinicForm
              action={saveSettings.bind(null, slug)}
              values={{
                overdueDaily,
                daysBefore: daysBefore.join(', '),
                leadDaysBefore: String(leadDaysBefore),
                unreadAfterDays: unreadAfterDays.join(', '),
                escalationEmail: escalation.email,
                escalationLocale: escalation.locale,
                escalationAfterDays: String(escalation.afterDays),
              }}
              words={clinic}
              forms={words}
            />
          ) : (
            <ClinicFacts reminders={reminders} words={clinic} />
          )}
        </section>
      </div>
      <section aria-labelledby="terms" className={styles.terms}>
        <h2 id="terms">{termWords('title')}</h2>
        <p className={page.intro}>
          {termWords('intro')} {!mayChange && clinic.readOnly}
        </p>
        {changed && (
          <p role="status" className={styles.saved}>
            {termWords('saved', { version: changed.version, what: admin(`clock.${changed.clock}`) })}
          </p>
        )}
        <TermsTable terms={terms} t={termWords} admin={admin} {...{ locale, slug, mayChange }} />
      </section>
    </>
  )
}
