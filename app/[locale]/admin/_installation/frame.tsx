import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentLocale, requireSignedIn } from '@/app/_server/context'
import { FormFrame } from '@/app/_ui/form/form-frame'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { signOut } from '../[operator]/_shell/actions'
import { Keys } from '../[operator]/_shell/keys'
import { Shell } from '../[operator]/_shell/shell'
import { UserMenu } from '../[operator]/_shell/user-menu'
import { AdminIcon } from '../_ui/admin-icon'
import { labelsOf } from '../_ui/labels'
import { OtherLanguage } from '../_ui/other-language'

/** The frame of what belongs to no clinic. */
export async function InstallationFrame({ children }: { children: ReactNode }) {
  const staff = await requireSignedIn()
  const [t, own, people, opening, locale] = await Promise.all([
    getTranslations('admin'),
    getTranslations('adminDeadlines'),
    getTranslations('people.account'),
    getTranslations('profile.opening'),
    currentLocale(),
  ])
  const { common } = await getMessages()
  return (
    <>
      <Shell
        nav={[
          { href: paths.admin(locale), label: t('nav.operators'), icon: <AdminIcon name="operators" /> },
          ...(staff.isAdmin
            ? [
                { href: paths.everybody(locale), label: t('nav.people'), icon: <AdminIcon name="people" /> },
                { href: paths.openClinic(locale), label: opening('link'), icon: <AdminIcon name="add" /> },
              ]
            : []),
          { href: paths.calendars(locale), label: t('nav.calendars'), icon: <Icon name="calendar" size={20} /> },
        ]}
        labels={{ sections: t('nav.label'), openMenu: t('nav.open') }}
        operator={own('calendar.portal')}
        search={null}
        user={
          <UserMenu
            name={staff.name}
            account={{ href: paths.account(locale), label: people('link') }}
            role={staff.isAdmin ? t('role.admin') : ''}
            labels={labelsOf(t, 'user', ['menu', 'theme', 'auto', 'light', 'dark', 'keys', 'signOut'])}
            signOut={signOut}
          />
        }
        foot={<OtherLanguage />}
      >
        <FormFrame owner={`staff:${staff.staffId}`} words={common.forms}>
          {children}
        </FormFrame>
      </Shell>
      <Keys
        queueHref={paths.admin(locale)}
        labels={labelsOf(t, 'keys', ['title', 'search', 'down', 'up', 'enter', 'queue', 'help', 'toggle', 'close'])}
      />
    </>
  )
}
