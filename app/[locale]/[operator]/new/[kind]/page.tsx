import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { currentLocale, publicContext } from '@/app/_server/context'
import { wayOut } from '@/app/_server/framed'
import { readSavedFormCookie } from '@/app/_server/session'
import { SubmissionId } from '@/app/_ui/form/submission-id'
import { Inner } from '@/app/_ui/frame'
import { Icon } from '@/app/_ui/icon'
import { type RequestKind, requestKinds } from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import { paths } from '@/lib/core/links'
import { fileLimits } from '@/lib/documents/limits'
import { typeset } from '@/lib/i18n/typeset'
import { listPublicTerms } from '@/lib/operators/public-terms'
import type { TermRule } from '@/lib/operators/term-rules'
import { findSavedForm } from '@/lib/saved-forms/queries'
import { responseDays } from '../../_parts/term-rows'
import { fileRequestAction } from './actions'
import { IntakeNotice } from '../../_parts/intake-notice'
import { Aside } from './_parts/aside'
import { Elsewhere } from './_parts/elsewhere'
import { FilingForm } from './_parts/filing-form'
import { FilingSteps } from './_parts/filing-steps'
import { TICKET } from './_parts/filing-input'
import { filingWords } from './_parts/filing-words'
import styles from './_parts/filing.module.css'
import { NotOffered } from './_parts/not-offered'
import { SavedNote } from './_parts/saved-note'
import { SavedTicket } from './_parts/saved-ticket'

interface Props {
  params: Promise<{ operator: string; kind: string }>
  /** `saved`: the form of the key that was typed just before, which a cookie tells. */
  searchParams: Promise<{ saved?: string | string[] }>
}

/** The kind, and how the clinic offers it: undefined where it does not. What is no kind at all is a 404. */
async function kindOf({ params }: Pick<Props, 'params'>) {
  const { operator: slug, kind: named } = await params
  const { operator, ctx } = await publicContext(slug)
  const kind = requestKinds.find((known) => known === named) ?? notFound()
  return { operator, ctx, kind, offered: operator.profile.kinds.find((known) => known.kind === kind) }
}

export async function generateMetadata(props: Pick<Props, 'params'>): Promise<Metadata> {
  const { kind, offered } = await kindOf(props)
  const t = await getTranslations('kinds.title')
  return { title: t(kind), ...(!offered && { robots: { index: false } }) }
}

/** The rule of how long the clinic has to answer a person who asks for this. */
const isOwnAnswer = (kind: RequestKind) => (rule: TermRule) =>
  rule.kind === kind && rule.clock === 'answer' && rule.requesterType === null

/** The form of one kind of request, or where to go for it: a link to it may hang on a wall for years. */
export default async function FilingPage(props: Props) {
  const { operator, ctx, kind, offered } = await kindOf(props)
  const isOpening = (await props.searchParams).saved !== undefined
  const ticket = isOpening ? await readSavedFormCookie() : undefined
  const saved = await findSavedForm(ctx, ticket)
  const locale = await currentLocale()
  const t = await getTranslations('form')
  const kinds = await getTranslations('kinds.title')
  const common = await getTranslations('common')
  const { id, slug, profile } = operator
  if (!offered) return <NotOffered kind={kind} profile={profile} slug={slug} locale={locale} />
  const terms = await listPublicTerms(id)
  const { elsewhere } = kindForms[kind]
  return (
    <Inner>
      <div className={styles.columns}>
        <div>
          <a href={paths.operator(locale, slug)} className={styles.back}>
            <Icon name="back" size={18} /> {common('toClinic')}
          </a>
          <h1 className={styles.title}>{kinds(kind)}</h1>
          <p className={styles.lead}>{elsewhere ? t(`elsewhere.${elsewhere.words}.lead`) : t('lead')}</p>
          <p className={styles.basis}>{typeset(t('basis', { basis: offered.legalBasis[locale] }))}</p>
          {operator.intake !== 'open' ? (
            <IntakeNotice operator={operator} locale={locale} />
          ) : elsewhere ? (
            <Elsewhere
              told={elsewhere}
              profile={profile}
              slug={slug}
              locale={locale}
              term={terms.find(isOwnAnswer(kind))}
            />
          ) : (
            <>
              <SavedNote isOpening={isOpening} saved={saved} slug={slug} locale={locale} timeZone={operator.timeZone} />
              <FilingForm
                saved={saved && { ...saved.values, [TICKET]: ticket ?? '' }}
                action={fileRequestAction.bind(null, slug)}
                words={await filingWords(kind)}
                maxFileBytes={fileLimits.bytes}
                savedIn={await wayOut()}
              >
                <SubmissionId />
                <SavedTicket />
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="locale" value={locale} />
                <FilingSteps kind={kind} profile={profile} locale={locale} />
              </FilingForm>
            </>
          )}
        </div>
        {!elsewhere && <Aside days={responseDays(profile, terms)} own={terms.find(isOwnAnswer(kind))} />}
      </div>
    </Inner>
  )
}
