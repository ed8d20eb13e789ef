import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, installationStaffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { listEverybody } from '@/lib/people/everybody'
import { InviteForm } from '../[operator]/people/invite-form'
import styles from '../[operator]/people/people.module.css'
import { formWords } from '../[operator]/people/words'
import settings from '../[operator]/settings/settings.module.css'
import { ButtonForm } from '../_ui/button-form'
import page from '../_ui/page.module.css'
import { close, endAdminRole, inviteAdmin, reopen } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.installation')
  return { title: t('title') }
}

export default async function EverybodyPage() {
  const ctx = await installationStaffContext()
  const [people, t, admin, locale] = await Promise.all([
    orNotFound(listEverybody(ctx)),
    getTranslations('people.installation'),
    getTranslations('admin'),
    currentLocale(),
  ])
  const forms = formWords(locale)
  const words = messages[locale].people
  return (
    <>
      <div className={page.head}>
        <h1>{t('title')}</h1>
      </div>
      <p className={page.intro}>{t('intro')}</p>
      <ul className={styles.people}>
        {people.map(({ id, name, email, state, isAdmin, clinics }) => {
          const button = { ids: { staffId: id }, forms, look: 'plain' as const }
          const isSelf = id === ctx.actor.staffId
          return (
            <li key={id}>
              <p className={styles.name}>
                <strong>{name}</strong>
                {isSelf && ` (${words.list.you})`}
                <span>{email}</span>
              </p>
              <div>
                {isAdmin && <p>{t('runs')}</p>}
                {clinics.map(({ operator, role }) => (
                  <p key={operator.id}>
                    <a href={paths.people(locale, operator.slug)}>{operator.profile.name[locale]}</a>
                    <span>{admin(`role.${role}`)}</span>
                  </p>
                ))}
                {!isAdmin && clinics.length === 0 && <p>{t('nowhere')}</p>}
              </div>
              <div>
                <p>{t(`state.${state}`)}</p>
                {!isSelf && state === 'closed' && (
                  <ButtonForm
                    action={reopen}
                    {...button}
                    labels={{ submit: t('reopen'), working: words.person.working }}
                  />
                )}
                {!isSelf && state !== 'closed' && isAdmin && (
                  <ButtonForm
                    action={endAdminRole}
                    {...button}
                    labels={{ submit: t('endAdmin'), working: words.person.working }}
                  />
                )}
                {!isSelf && state !== 'closed' && clinics.length === 0 && (
                  <ButtonForm
                    action={close}
                    {...button}
                    labels={{ submit: t('close'), working: words.person.working }}
                  />
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <section className={`${settings.card} ${styles.card}`} aria-labelledby="invite">
        <h2 id="invite">{t('inviteTitle')}</h2>
        <p className={settings.hint}>{words.list.inviteIntro}</p>
        <InviteForm
          action={inviteAdmin}
          roles={[['admin', admin('role.admin')]]}
          locale={locale}
          words={words.list}
          forms={forms}
        />
      </section>
    </>
  )
}
