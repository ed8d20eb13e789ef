import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { currentLocale } from '@/app/_server/context'
import { MISSING_HEADER } from '@/lib/core/links'
import { findOperator } from '@/lib/operators/queries'
import { ClinicFrame } from '../[operator]/_parts/clinic-frame'
import { NotFoundMessage } from '../_parts/not-found-message'
import { PortalFrame } from '../_parts/portal-frame'

/** The page that was asked for and is not there, with the clinic among whose pages it would be. */
async function findMissing() {
  const path = (await headers()).get(MISSING_HEADER)
  const [, , place = ''] = path?.split('/') ?? []
  return { path, place, operator: await findOperator(place), locale: await currentLocale() }
}

export async function generateMetadata(): Promise<Metadata> {
  const { operator, locale } = await findMissing()
  const title = (await getTranslations('common.notFound'))('title')
  return {
    title: operator ? { absolute: `${title} · ${operator.profile.name[locale]}` } : title,
    robots: { index: false },
  }
}

/**
 * Any address that no page answers to. What Next sends for it says nothing without scripts, so that the door asks once more,
 * by this header, for the page itself, and gives it the status (app/_door/server.ts).
 */
export default async function UnknownPage() {
  const { path, place, operator, locale } = await findMissing()
  if (path === null) notFound()
  if (!operator)
    return (
      <PortalFrame locale={locale} path={path}>
        <NotFoundMessage locale={locale} isStaff={place === 'admin'} />
      </PortalFrame>
    )
  return (
    <ClinicFrame operator={operator} locale={locale} path={path}>
      <NotFoundMessage locale={locale} slug={place} />
    </ClinicFrame>
  )
}
