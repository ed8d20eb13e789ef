import type { Locale } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { getOperator } from '@/lib/operators/queries'

/** What a clinic adds at the end of letters to its patients, in their language: paragraph and signature. */
export const closingOf = ({ letters }: Pick<OperatorProfile, 'letters'>, locale: Locale): string[] =>
  [letters?.note, letters?.signature].flatMap((text) => text?.[locale] ?? [])

/** As its profile in force says it; nothing for mail of the installation itself. */
export const clinicClosing = (operatorId: string, locale: Locale): Promise<string[]> =>
  getOperator(operatorId).then(
    ({ profile }) => closingOf(profile, locale),
    () => [],
  )
