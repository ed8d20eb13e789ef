import type { EmailName } from '@/emails'
import type { Colleague } from '@/lib/people/queries'
import type { MailIntent } from './outbox'

/** A mail to each of some colleagues, in the language of each. */
export const staffMails = <N extends EmailName>(
  colleagues: readonly Pick<Colleague, 'id' | 'email' | 'locale'>[],
  mailTo: (colleague: Pick<Colleague, 'id' | 'locale'>) => Omit<MailIntent<N>, 'to' | 'locale' | 'staffId'>,
): MailIntent<N>[] =>
  colleagues.map((colleague) => {
    const { id: staffId, email: to, locale } = colleague
    return { ...mailTo(colleague), to, locale, staffId }
  })
