import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { isCalendarDate } from '@/lib/core/calendar-date'
import { formatDate } from '@/lib/i18n/format'
import type { FileRequestInput } from '@/lib/requests/schemas'
import { shownEmail } from '@/lib/text/shown-email'
import { askedRows, type FilledRow, filledRows } from '../../../_parts/asked-rows'

/** The sections of the form, in their order. */
export const filingSteps = ['who', 'what', 'contact', 'match', 'files', 'sign'] as const
export type FilingStep = (typeof filingSteps)[number]

/** A section as it is read before sending. */
export interface ReviewGroup {
  step: FilingStep
  title: string
  rows: FilledRow[]
}

type Filled = Omit<FileRequestInput, 'uploads'>

/** What was filled in, in words; what was left empty is not mentioned. */
export async function reviewGroups(
  input: Filled,
  fileNames: string[],
  profile: OperatorProfile,
  locale: Locale,
): Promise<ReviewGroup[]> {
  // Named, since an action that carries a form does not know the language of its page by itself (see proxy.ts).
  const t = await getTranslations({ locale, namespace: 'form' })
  const kinds = await getTranslations({ locale, namespace: 'kinds' })
  const { subject, representative, authority, identity, relation } = input
  const fullName = (person: { lastName: string; firstName: string; middleName: string }) =>
    [person.lastName, person.firstName, person.middleName].filter(Boolean).join(' ')
  const date = (value: string) => (isCalendarDate(value) ? formatDate(value, locale) : '')
  const asked = await askedRows({ ground: null, scope: null, ...input }, profile, locale)

  const rows: Record<Exclude<FilingStep, 'what'>, [label: string, value: string | undefined][]> = {
    who: [
      [t('who.legend'), t(`who.${input.requesterType}`)],
      [t('who.personTitle'), fullName(subject)],
      [t('who.birthDate'), date(subject.birthDate)],
      [t('who.representativeTitle'), representative && fullName(representative)],
      [t('who.document'), representative?.document],
      [t('who.authorityName'), authority?.name],
      [t('who.letter'), authority?.letter],
      [t('who.official'), authority?.official],
    ],
    contact: [
      [t('contact.email'), shownEmail(input.contact.email)],
      [t('contact.phone'), input.contact.phone],
    ],
    match: [
      [t('match.document'), identity.document && kinds(`identityDocument.${identity.document}`)],
      [t('match.number'), identity.number],
      [t('match.issuedOn'), date(identity.issuedOn)],
      [t('match.issuer'), identity.issuer],
      [t('match.contractNumber'), relation.contractNumber],
      [t('match.contractDate'), date(relation.contractDate)],
      [t('match.patientNumber'), relation.patientNumber],
      [t('match.visitDate'), date(relation.visitDate)],
    ],
    files: [[t('steps.files'), fileNames.join(', ')]],
    sign: [[t('steps.sign'), t('review.signed', { name: input.signature.name })]],
  }
  return filingSteps
    .map((step) => ({
      step,
      title: t(`steps.${step}`),
      rows: step === 'what' ? asked : filledRows(rows[step]),
    }))
    .filter((group) => group.rows.length > 0)
}
