import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentLocale, roleAt, type StaffScope, staffContext } from '@/app/_server/context'
import { FormFrame } from '@/app/_ui/form/form-frame'
import { Icon } from '@/app/_ui/icon'
import { requestKinds, requestStates } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { formatDateInSentence } from '@/lib/i18n/format'
import { listOperators } from '@/lib/operators/queries'
import { AdminIcon } from '../_ui/admin-icon'
import { labelsOf } from '../_ui/labels'
import { OtherLanguage } from '../_ui/other-language'
import page from '../_ui/page.module.css'
import { sectionsOf } from '../_ui/sections'
import { search, signOut } from './_shell/actions'
import { Keys } from './_shell/keys'
import { OperatorMenu } from './_shell/operator-menu'
import { SearchBox } from './_shell/search-box'
import { Shell } from './_shell/shell'
import { UserMenu } from './_shell/user-menu'

interface Props {
  children: ReactNode
  params: Promise<{ operator: string }>
}

/** Each page names itself; the clinic comes after it, for whoever works for several. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ operator }, locale, t] = await Promise.all([
    staffContext((await params).operator),
    currentLocale(),
    getTranslations('admin'),
  ])
  const name = operator.profile.name[locale]
  return { title: { absolute: `${t('queue.title')} · ${name}`, template: `%s · ${name}` } }
}

export default async function OperatorLayout({ children, params }: Props) {
  const { operator: slug } = await params
  const scope = await staffContext(slug)
  const [t, secondFactor, people, locale, operators] = await Promise.all([
    getTranslations('admin'),
    getTranslations('people.secondFactor'),
    getTranslations('people.account'),
    currentLocale(),
    operatorLinks(scope),
  ])
  const { common } = await getMessages()
  const { actor } = scope.ctx
  const sections = sectionsOf(actor.role)
  const icons = {
    queue: <AdminIcon name="queue" />,
    register: <AdminIcon name="register" />,
    audit: <AdminIcon name="audit" />,
    mailLog: <Icon name="email" size={20} />,
    people: <AdminIcon name="people" />,
    links: <AdminIcon name="links" />,
    profile: <AdminIcon name="operators" />,
    settings: <Icon name="clock" size={20} />,
    calendars: <Icon name="calendar" size={20} />,
  }
  return (
    <>
      <Shell
        nav={sections.map((section) => ({
          href: paths[section](locale, slug),
          label: t(`nav.${section}`),
          icon: icons[section],
        }))}
        labels={{ sections: t('nav.label'), openMenu: t('nav.open') }}
        operator={
          <OperatorMenu
            operators={operators}
            all={{ href: paths.admin(locale), name: t('nav.operators'), current: false }}
          />
        }
        search={
          sections.includes('queue') && (
            <SearchBox
              action={search.bind(null, slug)}
              locale={locale}
              slug={slug}
              labels={labelsOf(t, 'search', ['label', 'placeholder', 'exact', 'none', 'nothing'])}
              kinds={labelsOf(t, 'kind', requestKinds)}
              states={labelsOf(t, 'state', requestStates)}
            />
          )
        }
        user={
          <UserMenu
            name={actor.name}
            account={{ href: paths.account(locale), label: people('link') }}
            role={t(`role.${actor.role}`)}
            labels={labelsOf(t, 'user', ['menu', 'theme', 'auto', 'light', 'dark', 'keys', 'signOut'])}
            signOut={signOut}
          />
        }
        foot={<OtherLanguage />}
      >
        <FormFrame owner={`staff:${actor.staffId}`} words={common.forms}>
          {!scope.staff.hasSecondFactor && scope.operator.secondFactorFrom && (
            <p className={page.banner}>
              {secondFactor('soon', {
                clinic: scope.operator.profile.name[locale],
                date: formatDateInSentence(scope.operator.secondFactorFrom, locale),
              })}{' '}
              <a href={paths.secondFactor(locale)}>{secondFactor('begin')}</a>
            </p>
          )}
          {children}
        </FormFrame>
      </Shell>
      <Keys
        queueHref={paths.queue(locale, slug)}
        labels={labelsOf(t, 'keys', ['title', 'search', 'down', 'up', 'enter', 'queue', 'help', 'toggle', 'close'])}
      />
    </>
  )
}

async function operatorLinks({ staff, operator }: StaffScope) {
  const [locale, all] = await Promise.all([currentLocale(), listOperators()])
  return all
    .filter(({ id }) => roleAt(staff, id))
    .map(({ id, slug, profile }) => ({
      href: paths.queue(locale, slug),
      name: profile.name[locale],
      current: id === operator.id,
    }))
}
