import { domainToASCII } from 'node:url'
import { isNamed } from '@/lib/core/errors'

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

const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
/** Checked before `domainToASCII`, which drops line breaks and decodes %XX. */
const givenDomain = /^[\p{L}\p{M}\p{N}.-]+$/u
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * One bare address (RFC 5321 4.1.2, no quoted local part, no address literal), its domain in lower-case ASCII.
 * Throws `MailRefused`: a list, a display name, a line break or a local part beyond ASCII is no address here.
 */
export function checkedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const given = address.slice(at + 1)
  const host = domainToASCII(given).toLowerCase()
  const canonical = `${local}@${host}`
  const fits = local.length <= 64 && host.length <= 253 && canonical.length <= 254
  if (!fits || !localPart.test(local) || !givenDomain.test(given) || !domain.test(host))
    throw new MailRefused('bad-address')
  return canonical
}
