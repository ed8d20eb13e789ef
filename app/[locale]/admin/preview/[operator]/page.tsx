import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { Inner } from '@/app/_ui/frame'
import type { RequestKind } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { getProfileVersion, getProfileView } from '@/lib/operators/profile-draft'
import { listPublicTerms } from '@/lib/operators/public-terms'
import { ClinicFrame } from '../../../[operator]/_parts/clinic-frame'
import { Rights } from '../../../[operator]/_parts/rights'
import { FilingSteps } from '../../../[operator]/new/[kind]/_parts/filing-steps'
import filing from '../../../[operator]/new/[kind]/_parts/filing.module.css'
import page from '../../_ui/page.module.css'
import styles from './preview.module.css'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ version?: string; kind?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.preview')
  return { title: t('title') }
}

/** The clinic's page, and its forms, as its draft or one of its versions has them: for those alone who may publish it. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { operator: slug } = await params
  const { ctx, operator } = await staffContext(slug)
  const { version: wanted = '', kind } = await searchParams
  const asked = /^\d{1,6}$/.exec(wanted)?.[0]
  const [view, t, kinds, locale] = await Promise.all([
    orNotFound(getProfileView(ctx)),
    getTranslations('profile.preview'),
    getTranslations('kinds.title'),
    currentLocale(),
  ])
  const inForce = view.versions[0]?.version ?? 0
  const version = asked ? Number(asked) : view.draft ? undefined : inForce
  const profile = version ? await orNotFound(getProfileVersion(ctx, version)) : view.profile
  const shown = { ...operator, profile }
  const offered = profile.kinds.find((known) => known.kind === kind)
  const formOf = (each: RequestKind) => paths.profilePreview(locale, slug, version, each)
  return (
    <ClinicFrame operator={shown} locale={locale}>
      <Inner>
        <p className={`${page.banner} ${styles.banner}`}>
          {version ? t(version === inForce ? 'inForce' : 'version', { version }) : t('draft')}{' '}
          <a href={offered ? paths.profilePreview(locale, slug, version) : paths.profile(locale, slug)}>
            {t(offered ? 'toPage' : 'back')}
          </a>
        </p>
        {offered && (
          <>
            <h1 className={styles.title}>{kinds(offered.kind)}</h1>
            <p className={styles.about}>{t('form')}</p>
            {/* To be looked at: nothing here can be filled in or sent. */}
            <form inert className={filing.form}>
              <FilingSteps kind={offered.kind} profile={profile} locale={locale} />
            </form>
          </>
        )}
      </Inner>
      {!offered && (
        <Rights operator={shown} terms={await listPublicTerms(operator.id)} locale={locale} formOf={formOf} />
      )}
    </ClinicFrame>
  )
}
