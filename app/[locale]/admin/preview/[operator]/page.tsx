import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { Inner } from '@/app/_ui/frame'
import { paths } from '@/lib/core/links'
import { getProfileVersion, getProfileView } from '@/lib/operators/profile-draft'
import { listPublicTerms } from '@/lib/operators/public-terms'
import { ClinicFrame } from '../../../[operator]/_parts/clinic-frame'
import { Rights } from '../../../[operator]/_parts/rights'
import page from '../../_ui/page.module.css'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ version?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.preview')
  return { title: t('title') }
}

/** The clinic's page as its draft, or one of its versions, has it: for those alone who may publish it. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { operator: slug } = await params
  const { ctx, operator } = await staffContext(slug)
  const asked = /^\d{1,6}$/.exec((await searchParams).version ?? '')?.[0]
  const [view, t, locale] = await Promise.all([
    orNotFound(getProfileView(ctx)),
    getTranslations('profile.preview'),
    currentLocale(),
  ])
  const inForce = view.versions[0]?.version ?? 0
  const version = asked ? Number(asked) : view.draft ? undefined : inForce
  const profile = version ? await orNotFound(getProfileVersion(ctx, version)) : view.profile
  const shown = { ...operator, profile }
  return (
    <ClinicFrame operator={shown} locale={locale}>
      <Inner>
        <p className={page.banner}>
          {version ? t(version === inForce ? 'inForce' : 'version', { version }) : t('draft')}{' '}
          <a href={paths.profile(locale, slug)}>{t('back')}</a>
        </p>
      </Inner>
      <Rights operator={shown} terms={await listPublicTerms(operator.id)} locale={locale} />
    </ClinicFrame>
  )
}
