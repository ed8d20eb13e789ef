import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { wayOut } from '@/app/_server/framed'
import { Frame, FrameLink } from '@/app/_ui/frame'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import type { Operator } from '@/lib/operators/queries'
import { OperatorFooter } from './operator-footer'

interface Props {
  operator: Operator
  locale: Locale
  /** Of a page that answers for another address. */
  path?: string
  children: ReactNode
}

/** What stands around the pages of a clinic. */
export async function ClinicFrame({ operator: { slug, profile }, locale, path, children }: Props) {
  const t = await getTranslations('common')
  return (
    <Frame
      hue={profile.accentHue}
      brand={{
        href: paths.operator(locale, slug),
        name: profile.name[locale],
        sub: t('personalData'),
        logo: profile.logo,
      }}
      links={
        <FrameLink href={paths.findCase(locale, slug)} target={await wayOut()}>
          {t('checkRequest')}
        </FrameLink>
      }
      footer={<OperatorFooter profile={profile} locale={locale} />}
      {...(path && { path })}
    >
      {children}
    </Frame>
  )
}
