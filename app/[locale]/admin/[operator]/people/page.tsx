import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { staffRoles } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { formatDateInSentence, formatInstant } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import { getSecondFactorDemand } from '@/lib/people/demand-second-factor'
import { listPeople, type Member } from '@/lib/people/people'
import { canGive } from '@/lib/people/permissions'
import { canSetSignOn } from '@/lib/sign-on/permissions'
import { dateInBook } from '../../_ui/dates'
import { ButtonForm } from '../../_ui/button-form'
import page from '../../_ui/page.module.css'
import settings from '../settings/settings.module.css'
import { bringBack, demandCode, invite, withdraw } from './actions'
import { DemandForm } from './demand-form'
import { InviteForm } from './invite-form'
import styles from './people.module.css'
import { formWords } from './words'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.list')
  return { title: t('title') }
}

export default async function PeoplePage({ params }: Props) {
  const { operator: slug } = await params
  const { ctx, operator } = await staffContext(slug)
  const [{ members, offered, former }, demanded, t, demand, admin, locale] = await Promise.all([
    orNotFound(listPeople(ctx)),
    orNotFound(getSecondFactorDemand(ctx)),
    getTranslations('people.list'),
    getTranslations('people.demand'),
    getTranslations('admin'),
    currentLocale(),
  ])
  const at = (instant: Date) => formatInstant(instant, locale, operator.timeZone)
  const stateOf = ({ state, invitedUntil, lockedUntil }: Member): string => {
    if (state === 'closed') return t('closed')
    if (state === 'invited') return invitedUntil ? t('invited', { until: at(invitedUntil) }) : t('invitationOver')
    return lockedUntil ? t('locked', { until: at(lockedUntil) }) : t('active')
  }
  const forms = formWords(locale)
  const { people, signOn } = messages[locale]
  const roles = staffRoles.filter((role) => canGive(ctx.actor, role))
  return (
    <>
      <div className={page.head}>
        <h1>{t('title')}</h1>
      </div>
      <p className={page.intro}>{t('intro')}</p>
      <ul className={styles.people}>
        {members.map((member) => (
          <li key={member.id}>
            <p className={styles.name}>
              {member.changeable ? (
                <a href={paths.person(locale, slug, member.id)}>{member.name}</a>
              ) : (
                <strong>{member.name}</strong>
              )}
              {member.isSelf && ` (${t('you')})`}
              <span>{member.email}</span>
            </p>
            <p>{admin(`role.${member.role}`)}</p>
            <p>
              {stateOf(member)}
              {member.openCases > 0 && <span>{t('cases', { n: member.openCases })}</span>}
            </p>
          </li>
        ))}
        {offered.map(({ id, name, email, role, until, changeable }) => (
          <li key={id}>
            <p className={styles.name}>
              <strong>{name}</strong>
              <span>{email}</span>
            </p>
            <p>{admin(`role.${role}`)}</p>
            <div>
              <p>{until > ctx.now ? t('offered', { until: at(until) }) : t('invitationOver')}</p>
              {changeable && (
                <ButtonForm
                  action={withdraw.bind(null, slug)}
                  ids={{ staffId: id }}
                  forms={forms}
                  labels={{ submit: people.person.revoke, working: t('working') }}
                  look="plain"
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      <section className={`${settings.card} ${styles.card}`} aria-labelledby="invite">
        <h2 id="invite">{t('inviteTitle')}</h2>
        <p className={settings.hint}>{t('inviteIntro')}</p>
        <InviteForm
          action={invite.bind(null, slug)}
          roles={roles.map((role) => [role, admin(`role.${role}`)])}
          locale={locale}
          words={people.list}
          forms={forms}
        />
      </section>
      <section className={`${settings.card} ${styles.card}`} aria-labelledby="demand">
        <h2 id="demand">{people.demand.title}</h2>
        <p className={settings.hint}>{people.demand.intro}</p>
        <p>{demanded ? demand('since', { date: formatDateInSentence(demanded, locale) }) : people.demand.none}</p>
        <DemandForm
          action={demandCode.bind(null, slug)}
          from={demanded ? dateInBook(demanded, 'ru') : ''}
          words={people.demand}
          forms={{ ...forms, errors: { ...forms.errors, ...people.errors } }}
        />
      </section>
      {canSetSignOn(ctx.actor) && (
        <section className={`${settings.card} ${styles.card}`} aria-labelledby="sign-on">
          <h2 id="sign-on">{signOn.list.title}</h2>
          <p className={settings.hint}>{signOn.list.intro}</p>
          <p>
            <a href={paths.providers(locale, slug)} className={page.button}>
              {signOn.list.link}
            </a>
          </p>
        </section>
      )}
      {former.length > 0 && (
        <section aria-labelledby="former" className={styles.former}>
          <h2 id="former">{t('former')}</h2>
          <ul className={styles.people}>
            {former.map(({ id, name, email, role, dismissedAt, changeable }) => (
              <li key={id}>
                <p className={styles.name}>
                  <strong>{name}</strong>
                  <span>{email}</span>
                </p>
                <p>{admin(`role.${role}`)}</p>
                <div>
                  <p>{t('until', { at: at(dismissedAt) })}</p>
                  {changeable && (
                    <ButtonForm
                      action={bringBack.bind(null, slug)}
                      ids={{ staffId: id }}
                      forms={forms}
                      labels={{ submit: t('takeBack'), working: t('working') }}
                      look="plain"
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
