import type { Messages } from '@/lib/i18n/messages'

type Settings = Messages['adminDeadlines']['settings']

export type OwnWords = Settings['own']
export type ClinicWords = Settings['clinic']

/** What both forms of the page say of refusals, of fields and of a success. */
export type FormWords = Pick<Settings, 'saved' | 'saving'> & {
  reasons: Record<string, string>
  errors: Record<string, string>
}
