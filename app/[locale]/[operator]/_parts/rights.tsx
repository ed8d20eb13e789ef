import { getTranslations } from 'next-intl/server'
import { Inner } from '@/app/_ui/frame'
import type { Locale, RequestKind } from '@/db/enums'
import { paths } from '@/lib/core/links'
import type { Operator } from '@/lib/operators/queries'
import type { TermRule } from '@/lib/operators/term-rules'
import { Contacts } from './contacts'
import { DataHeld } from './data-held'
import { Hero } from './hero'
import { IntakeNotice } from './intake-notice'
import { KindCards } from './kind-cards'
import { PolicyWords } from './policy-words'
import { Steps } from './steps'
import { responseDays, termRows } from './term-rows'
import { TermsChart } from './terms-chart'

interface Props {
  operator: Operator
  terms: readonly TermRule[]
  locale: Locale
  /** Where the form of each kind stands, where that is not its own page. */
  formOf?: (kind: RequestKind) => string
}

/** All that a clinic's own page says: what one may ask, how long it takes, what it holds, and what its policy promises. */
export async function Rights({ operator, terms, locale, formOf }: Props) {
  const { profile, slug } = operator
  const ownForm = (kind: RequestKind) => paths.newRequest(locale, slug, kind)
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
        <KindCards profile={profile} locale={locale} formOf={formOf ?? ownForm} />
        <Steps />
        <TermsChart rows={termRows(profile, terms)} days={days} locale={locale} />
        <DataHeld profile={profile} locale={locale} />
        <PolicyWords profile={profile} locale={locale} />
        <Contacts profile={profile} locale={locale} title={t('title')} lead={t('lead')} />
      </Inner>
    </>
  )
}
