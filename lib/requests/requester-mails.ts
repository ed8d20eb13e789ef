import type { Locale } from '@/db/enums'
import type { EmailName } from '@/emails'
import type { MailIntent } from '@/lib/mail/outbox'
import type { PersonalData } from './model'

/**
 * A mail to the person who asked, as a list: empty where they gave no address. Then the officer tells them by post or by
 * phone, as the pages of the case say.
 */
export function requesterMails<N extends EmailName>(
  request: { id: string; locale: Locale },
  { contact }: Pick<PersonalData, 'contact'>,
  mail: Pick<MailIntent<N>, 'template' | 'intentKey' | 'props'>,
): MailIntent<N>[] {
  if (!contact.email) return []
  return [{ ...mail, locale: request.locale, to: contact.email, requestId: request.id }]
}
