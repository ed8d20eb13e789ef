import type { Locale } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { INSTALLATION } from '@/lib/core/actor'
import { getOperator } from '@/lib/operators/queries'

/** What a clinic adds at the end of letters to its patients, in their language: paragraph and signature. */
export const closingOf = ({ letters }: Pick<OperatorProfile, 'letters'>, locale: Locale): string[] =>
  [letters?.note, letters?.signature].flatMap((text) => text?.[locale] ?? [])

/** As its profile in force says it; nothing for mail of the installation itself. Throws `NotFoundError`. */
export async function clinicClosing(operatorId: string, locale: Locale): Promise<string[]> {
  if (operatorId === INSTALLATION) return []
  return closingOf((await getOperator(operatorId)).profile, locale)
}
