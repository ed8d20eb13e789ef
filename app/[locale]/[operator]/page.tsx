import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, publicContext } from '@/app/_server/context'
import { Inner } from '@/app/_ui/frame'
import { paths } from '@/lib/core/links'
import { listPublicTerms } from '@/lib/operators/public-terms'
import { Contacts } from './_parts/contacts'
import { DataHeld } from './_parts/data-held'
import { Hero } from './_parts/hero'
import { IntakeNotice } from './_parts/intake-notice'
import { KindCards } from './_parts/kind-cards'
import { PolicyWords } from './_parts/policy-words'
import { Steps } from './_parts/steps'
import { responseDays, termRows } from './_parts/term-rows'
import { TermsChart } from './_parts/terms-chart'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { operator } = await params
  const { intake } = (await publicContext(operator)).operator
  return {
    ...(intake === 'hidden' && { robots: { index: false } }),
    alternates: { languages: { ru: paths.operator('ru', operator), en: paths.operator('en', operator) } },
  }
}

/** A clinic's rights page: what one may ask, how long it takes, what it holds, and what its policy promises. */
export default async function RightsPage({ params }: Props) {
  const { operator } = await publicContext((await params).operator)
  const locale = await currentLocale()
  const { id, profile, slug } = operator
  const terms = await listPublicTerms(id)
  const days = responseDays(profile, terms)
  const t = await getTranslations('public.contacts')
  return (
    <>
      {operator.intake !== 'open' && (
        <Inner>
          <IntakeNotice operator={operator} locale={locale} />
        </Inner>
      )}
      <Hero profile={profile} slug={slug} locale={locale} days={days} />
      <Inner>
        <KindCards profile={profile} slug={slug} locale={locale} />
        <Steps />
        <TermsChart rows={termRows(profile, terms)} days={days} locale={locale} />
        <DataHeld profile={profile} locale={locale} />
        <PolicyWords profile={profile} locale={locale} />
        <Contacts profile={profile} locale={locale} title={t('title')} lead={t('lead')} />
      </Inner>
    </>
  )
}
