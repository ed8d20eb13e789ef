import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { idFrom, orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { staffRoles } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { formatDateWithWeekday, formatInstant } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import { getPerson } from '@/lib/people/people'
import { canGive } from '@/lib/people/permissions'
import { ButtonForm } from '../../../_ui/button-form'
import page from '../../../_ui/page.module.css'
import settings from '../../settings/settings.module.css'
import { dismiss, endSecondFactor, resend, setRole, unlock } from '../actions'
import styles from '../people.module.css'
import { formWords } from '../words'
import { DismissForm, RoleForm } from './person-forms'

interface Props {
  params: Promise<{ operator: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { operator, id } = await params
  const [{ ctx }, t] = await Promise.all([staffContext(operator), getTranslations('people.person')])
  const { name } = await orNotFound(getPerson(ctx, idFrom(id)))
  return { title: `${name}, ${t('title')}` }
}

export default async function PersonPage({ params }: Props) {
  const { operator: slug, id } = await params
  const { ctx, operator } = await staffContext(slug)
  const [person, t, admin, locale] = await Promise.all([
    orNotFound(getPerson(ctx, idFrom(id))),
    getTranslations('people.person'),
    getTranslations('admin'),
    currentLocale(),
  ])
  const at = (instant: Date) => formatInstant(instant, locale, operator.timeZone)
  const isInvited = person.state === 'invited'
  const forms = formWords(locale)
  const words = messages[locale].people.person
  const handOver = {
    cases: person.cases.map(({ dueOn, ...rest }) => ({ ...rest, due: formatDateWithWeekday(dueOn, locale) })),
    heirs: person.heirs,
    title: t('cases', { n: person.openCases }),
  }
  const shared = { staffId: person.id, words, forms, handOver }
  const roles = staffRoles.filter((role) => canGive(ctx.actor, role))
  const button = { ids: { staffId: person.id }, forms, look: 'plain' as const }
  return (
    <>
      <a href={paths.people(locale, slug)} className={page.link}>
        <Icon name="back" size={18} />
        {t('back')}
      </a>
      <div className={page.head}>
        <h1>{person.name}</h1>
      </div>
      <p className={page.intro}>{`${person.email}, ${admin(`role.${person.role}`)}`}</p>
      {!person.changeable && <p>{person.isSelf ? t('self') : t('fixed')}</p>}
      {person.changeable && (
        <div className={settings.cards}>
          {isInvited && (
            <section className={settings.card} aria-labelledby="invitation">
              <h2 id="invitation">{t('invitation')}</h2>
              <p>{person.invitedUntil ? t('invited', { until: at(person.invitedUntil) }) : t('invitationOver')}</p>
              <ButtonForm
                action={resend.bind(null, slug)}
                {...button}
                labels={{ submit: t('resend'), working: t('working') }}
              />
            </section>
          )}
          {person.lockedUntil && (
            <section className={settings.card} aria-labelledby="locked">
              <h2 id="locked">{t('lockedTitle')}</h2>
              <p>{t('locked', { until: at(person.lockedUntil) })}</p>
              <ButtonForm
                action={unlock.bind(null, slug)}
                {...button}
                labels={{ submit: t('unlock'), working: t('working') }}
              />
            </section>
          )}
          {person.hasSecondFactor && (
            <section className={settings.card} aria-labelledby="second-factor">
              <h2 id="second-factor">{t('secondFactorTitle')}</h2>
              <p className={settings.hint}>{t('secondFactor')}</p>
              <ButtonForm
                action={endSecondFactor.bind(null, slug)}
                {...button}
                labels={{ submit: t('secondFactorOff'), working: t('working') }}
              />
            </section>
          )}
          <section className={settings.card} aria-labelledby="role">
            <h2 id="role">{t('role')}</h2>
            <RoleForm
              action={setRole.bind(null, slug)}
              {...shared}
              role={person.role}
              roles={roles.map((role) => [role, admin(`role.${role}`)])}
            />
          </section>
          <section className={`${settings.card} ${styles.end}`} aria-labelledby="dismiss">
            <h2 id="dismiss">{isInvited ? t('revokeTitle') : t('dismissTitle')}</h2>
            <p className={settings.hint}>{isInvited ? t('revokeIntro') : t('dismissIntro')}</p>
            <DismissForm
              action={dismiss.bind(null, slug)}
              {...shared}
              submit={isInvited ? t('revoke') : t('dismiss')}
            />
          </section>
        </div>
      )}
    </>
  )
}
