import { isNamed } from '@/lib/core/errors'
import { canonicalEmail } from '@/lib/text/email'

/** Why a mail is refused before it is built. The message of the error holds no address: it may end up in a log. */
export type MailFault =
  'bad-address' | 'bad-message-id' | 'bad-date' | 'bad-header' | 'bad-list-unsubscribe' | 'bad-dkim-key' | 'empty-part'

/** A mail that must not be sent as it stands. */
export class MailRefused extends Error {
  constructor(readonly fault: MailFault) {
    super(`Mail refused: ${fault}`)
    this.name = 'MailRefused'
  }
}

export const isMailRefused = (error: unknown): error is MailRefused => isNamed(error, 'MailRefused')

/**
 * The address as it is sent to, its domain in lower-case ASCII. Throws `MailRefused`: a list, a display name, a line break
 * or a local part beyond ASCII is no address here.
 */
export function checkedAddress(address: string): string {
  const canonical = canonicalEmail(address)
  if (!canonical) throw new MailRefused('bad-address')
  return canonical
}
