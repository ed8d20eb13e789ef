import type { Locale } from '@/db/enums'
import { messages } from '@/lib/i18n/messages'

/** What the forms about people say of refusals and of fields. */
export const formWords = (locale: Locale) => {
  const { people, errors } = messages[locale]
  return { reasons: people.reasons, errors }
}

export type PeopleForms = ReturnType<typeof formWords>
