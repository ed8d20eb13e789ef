import type { getTranslations } from 'next-intl/server'
import type { Messages } from '@/lib/i18n/messages'
import type { TermRule } from '@/lib/operators/term-rules'
import type { AdminWords } from '../../_ui/due-words'

type Settings = Messages['adminDeadlines']['settings']

export type OwnWords = Settings['own']
export type ClinicWords = Settings['clinic']
export type TermWords = Awaited<ReturnType<typeof getTranslations<'adminDeadlines.settings.terms'>>>

/** What the forms of these pages say of refusals, of fields and of a success. */
export type FormWords = Pick<Settings, 'saved' | 'saving'> & {
  reasons: Record<string, string>
  errors: Record<string, string>
}

/** What of a case the rule holds for, where it is not all of the kind. */
export function conditionOf({ ground, scope, requesterType }: TermRule, t: TermWords, admin: AdminWords): string {
  return [
    ground && admin(`ground.${ground}`),
    scope && admin(`scope.${scope}`),
    requesterType && (requesterType === 'authority' ? t('authority') : admin(`requester.${requesterType}`)),
  ]
    .filter(Boolean)
    .join(', ')
}
