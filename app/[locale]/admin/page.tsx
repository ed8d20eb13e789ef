import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import {
  currentLocale,
  requireSignedIn,
  roleAt,
  signedInContext,
  type StaffScope,
  staffContext,
} from '@/app/_server/context'
import { FormFrame } from '@/app/_ui/form/form-frame'
import { paths } from '@/lib/core/links'
import { listOperators } from '@/lib/operators/queries'
import { listOwnOffers } from '@/lib/people/offers'
import { listQueue } from '@/lib/requests/queue'
import { signOut } from './[operator]/_shell/actions'
import { Offers } from './offers'
import styles from './operators.module.css'
import { OtherLanguage } from './_ui/other-language'
import page from './_ui/page.module.css'
import { sectionsOf } from './_ui/sections'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('operators.title') }
}

export default async function AdminPage() {
  const staff = await requireSignedIn()
  const [t, opening, locale] = await Promise.all([
    getTranslations('admin'),
    getTranslations('profile.opening'),
    currentLocale(),
  ])
  const operators = await listOperators()
  const mine = operators.filter(({ id }) => roleAt(staff, id))
  const offers = (await listOwnOffers(await signedInContext())).flatMap((offer) => {
    const operator = operators.find(({ id }) => id === offer.operatorId)
    return operator ? [{ ...offer, operator }] : []
  })
  const scopes = await Promise.all(mine.map(({ slug }) => staffContext(slug)))
  const [only, ...others] = scopes
  if (offers.length === 0) {
    if (only && others.length === 0) redirect(homeOf(only, locale))
    // Before there is a clinic, the portal has people.
    if (!only && staff.isAdmin) redirect(paths.everybody(locale))
  }
  const { common } = await getMessages()
  const clinics = await Promise.all(scopes.map(async (scope) => ({ scope, counts: await countsOf(scope) })))
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <div className={page.head}>
        <h1>{t('operators.title')}</h1>
        {staff.isAdmin && (
          <a href={paths.openClinic(locale)} className={page.button}>
            {opening('link')}
          </a>
        )}
        <OtherLanguage />
        <form action={signOut}>
          <button type="submit" className={page.button}>
            {t('user.signOut')}
          </button>
        </form>
      </div>
      {offers.length > 0 && (
        <FormFrame owner={`staff:${staff.staffId}`} words={common.forms}>
          <Offers offers={offers} locale={locale} />
        </FormFrame>
      )}
      {(clinics.length > 0 || offers.length === 0) && (
        <p className={page.intro}>{t(clinics.length > 0 ? 'operators.intro' : 'operators.none')}</p>
      )}
      <ul className={styles.list}>
        {clinics.map(({ scope, counts }) => (
          <li key={scope.operator.id}>
            <a href={homeOf(scope, locale)} className={styles.clinic}>
              <strong>{scope.operator.profile.name[locale]}</strong>
              <span className={styles.role}>{t(`role.${scope.ctx.actor.role}`)}</span>
              {counts ? (
                <dl className={styles.counts}>
                  {(['overdue', 'today', 'open'] as const).map((name) => (
                    <div key={name} data-alarm={name !== 'open' && counts[name] > 0}>
                      <dt>{t(`operators.${name}`)}</dt>
                      <dd>{counts[name]}</dd>
                    </div>
                  ))}
                </dl>
              ) : (
                <span className={styles.role}>{t('operators.noCases')}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}

const homeOf = ({ ctx, operator }: StaffScope, locale: 'ru' | 'en'): string =>
  paths[sectionsOf(ctx.actor.role)[0]](locale, operator.slug)

async function countsOf({ ctx }: StaffScope) {
  if (!sectionsOf(ctx.actor.role).includes('queue')) return undefined
  const { counts } = await listQueue(ctx, { filter: 'all', limit: 1 })
  return { overdue: counts.overdue, today: counts.today, open: counts.all }
}
