import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import type { OperatorProfile } from '@/db/operators'
import { formatList } from '@/lib/i18n/format'
import type { Asked } from '@/lib/requests/model'

export interface FilledRow {
  label: string
  value: string
}

/** What is asked for, in the words of the form; what was left empty is not mentioned. */
export async function askedRows(asked: Asked, profile: OperatorProfile, locale: Locale): Promise<FilledRow[]> {
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

/** Those of the rows that say something. */
export const filledRows = (rows: readonly [label: string, value: string | false | null | undefined][]): FilledRow[] =>
  rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
