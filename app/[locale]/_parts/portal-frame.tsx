import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Frame } from '@/app/_ui/frame'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'

interface Props {
  locale: Locale
  /** Of a page that answers for another address. */
  path?: string
  children: ReactNode
}

/** What stands around the pages that belong to no clinic. */
export function PortalFrame({ locale, path, children }: Props) {
  const t = useTranslations('common')
  return (
    <Frame
      brand={{ href: paths.operators(locale), name: t('portalName') }}
      footer={
        <p>
          {t('footer.free')} <a href={paths.admin(locale)}>{t('footer.forStaff')}</a>
        </p>
      }
      {...(path && { path })}
    >
      {children}
    </Frame>
  )
}
