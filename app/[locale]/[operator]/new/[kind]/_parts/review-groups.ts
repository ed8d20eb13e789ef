import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { isCalendarDate } from '@/lib/core/calendar-date'
import { formatDate } from '@/lib/i18n/format'
import type { FileRequestInput } from '@/lib/requests/schemas'
import { askedRows, contactRows, type FilledRow, filledRows, whoRows } from '../../../_parts/asked-rows'

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
  const { identity, relation } = input
  const date = (value: string) => (isCalendarDate(value) ? formatDate(value, locale) : '')
  const [what, who, contact] = await Promise.all([
    askedRows({ ground: null, scope: null, ...input }, profile, locale),
    whoRows(input, locale),
    contactRows(input.contact, locale),
  ])
  const groups: Record<FilingStep, FilledRow[]> = {
    ...{ who, what, contact },
    match: filledRows([
      [t('match.document'), identity.document && kinds(`identityDocument.${identity.document}`)],
      [t('match.number'), identity.number],
      [t('match.issuedOn'), date(identity.issuedOn)],
      [t('match.issuer'), identity.issuer],
      [t('match.contractNumber'), relation.contractNumber],
      [t('match.contractDate'), date(relation.contractDate)],
      [t('match.patientNumber'), relation.patientNumber],
      [t('match.visitDate'), date(relation.visitDate)],
    ]),
    files: filledRows([[t('steps.files'), fileNames.join(', ')]]),
    sign: filledRows([[t('steps.sign'), t('review.signed', { name: input.signature.name })]]),
  }
  return filingSteps
    .map((step) => ({ step, title: t(`steps.${step}`), rows: groups[step] }))
    .filter((group) => group.rows.length > 0)
}
