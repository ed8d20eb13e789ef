import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import type { OperatorProfile } from '@/db/operators'
import { isCalendarDate } from '@/lib/core/calendar-date'
import { formatDate, formatList } from '@/lib/i18n/format'
import type { AskedFor, Who } from '@/lib/requests/model'
import { shownEmail } from '@/lib/text/shown-email'

export interface FilledRow {
  label: string
  value: string
}

/** What is asked for, in the words of the form; what was left empty is not mentioned. */
export async function askedRows(asked: AskedFor, profile: OperatorProfile, locale: Locale): Promise<FilledRow[]> {
  // Named, since an action that carries a form does not know the language of its page by itself (see proxy.ts).
  const t = await getTranslations({ locale, namespace: 'form' })
  const kinds = await getTranslations({ locale, namespace: 'kinds' })
  const channels = (asked.mailingChannels ?? []).map((channel) => kinds(`mailingChannel.${channel}`))
  const categories = profile.dataCategories.filter(({ key }) => asked.categories.includes(key))
  const { grounds, hasCategories, details } = kindForms[asked.kind]
  return filledRows([
    [t('review.kind'), kinds(`name.${asked.kind}`)],
    [grounds ? t(`what.${grounds.legend}`) : '', asked.ground && t(`what.ground-${asked.ground}`)],
    [t('what.scopeLegend'), asked.scope && kinds(`scope.${asked.scope}`)],
    [t('what.channelsLegend'), formatList(channels, locale)],
    [
      t('what.categories'),
      hasCategories &&
        (formatList(
          categories.map(({ label }) => label[locale]),
          locale,
        ) ||
          t('review.all')),
    ],
    [t('what.wrong'), asked.correction?.wrong],
    [t('what.right'), asked.correction?.right],
    [t(`what.${details.label}`), asked.details],
  ])
}

/** Who asks, and whose data they are. */
export async function whoRows(
  { requesterType, subject, representative, authority }: Who,
  locale: Locale,
): Promise<FilledRow[]> {
  const t = await getTranslations({ locale, namespace: 'form' })
  return filledRows([
    [t('who.legend'), t(`who.${requesterType}`)],
    [t('who.personTitle'), fullName(subject)],
    [t('who.birthDate'), isCalendarDate(subject.birthDate) && formatDate(subject.birthDate, locale)],
    [t('who.representativeTitle'), representative && fullName(representative)],
    [t('who.document'), representative?.document],
    [t('who.authorityName'), authority?.name],
    [t('who.letter'), authority?.letter],
    [t('who.official'), authority?.official],
  ])
}

/** Where the answer and all letters go. */
export async function contactRows({ email, phone }: Who['contact'], locale: Locale): Promise<FilledRow[]> {
  const t = await getTranslations({ locale, namespace: 'form' })
  return filledRows([
    [t('contact.email'), shownEmail(email)],
    [t('contact.phone'), phone],
  ])
}

const fullName = ({ lastName, firstName, middleName }: Who['subject'] | NonNullable<Who['representative']>): string =>
  [lastName, firstName, middleName].filter(Boolean).join(' ')

/** Those of the rows that say something. */
export const filledRows = (rows: readonly [label: string, value: string | false | null | undefined][]): FilledRow[] =>
  rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
