import { createHash, createPrivateKey } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'
import MailComposer from 'nodemailer/lib/mail-composer'
import { checkedAddress, MailRefused } from './address'

/** `privateKey` is an RSA key in PEM: nodemailer signs with rsa-sha256 alone. */
export interface DkimKey {
  domain: string
  selector: string
  privateKey: string
}

/** A mail to one recipient. `to` and `from.address` are bare addresses; `messageId` has its angle brackets. */
export interface MailToCompile {
  from: { name: string; address: string }
  to: string
  subject: string
  html: string
  text: string
  messageId: string
  date: Date
  /** Further headers. Those that this module writes itself are refused. */
  headers?: Readonly<Record<string, string>>
  /** An https: or mailto: URL (RFC 2369). */
  listUnsubscribe?: string
  /** RFC 3834: `auto-replied` answers one particular mail, all else is `auto-generated`. */
  autoSubmitted: 'auto-generated' | 'auto-replied'
  dkim?: DkimKey
}

const control = /[\p{Cc}\u2028\u2029]/u
const headerName = /^[A-Za-z][A-Za-z0-9-]*$/
const messageIdForm = /^<[\w.!#$%&'*+/=?^`{|}~-]+@([A-Za-z0-9.-]+|\[[0-9a-f.:]+\])>$/
const ownHeaders =
  /^(from|sender|to|cc|bcc|subject|date|message-id|mime-version|content-.*|auto-submitted|list-unsubscribe|x-auto-response-suppress|dkim-signature|return-path|received|resent-.*)$/i

function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (!headerName.test(name) || ownHeaders.test(name) || control.test(value)) throw new MailRefused('bad-header')
  }
  return { ...headers }
}

function unsubscribeHeader(url: string): Record<string, string> {
  if (!/^(https:\/\/|mailto:)[^\s<>]+$/.test(url) || control.test(url)) throw new MailRefused('bad-list-unsubscribe')
  return { 'List-Unsubscribe': `<${url}>` }
}

async function sign(raw: Buffer, { domain, selector, privateKey }: DkimKey): Promise<Buffer> {
  if (createPrivateKey(privateKey).asymmetricKeyType !== 'rsa') throw new MailRefused('bad-dkim-key')
  const signed = await buffer(new DKIM({ domainName: domain, keySelector: selector, privateKey }).sign(raw))
  // A key that cannot sign makes nodemailer hand the message back as it was.
  if (!signed.subarray(0, 15).equals(Buffer.from('DKIM-Signature:'))) throw new MailRefused('bad-dkim-key')
  return signed
}

/**
 * The complete bytes of a mail (RFC 5322), signed where a DKIM key is given. The same input gives the same bytes, so
 * that a second try is the same mail to every server on its way. Throws `MailRefused`, before anything is built, where
 * a value could break out of its header.
 */
export async function compileMail(mail: MailToCompile): Promise<Buffer> {
  const { from, subject, html, text, messageId, date, autoSubmitted } = mail
  if (control.test(from.name) || control.test(subject)) throw new MailRefused('bad-header')
  if (!messageIdForm.test(messageId)) throw new MailRefused('bad-message-id')
  if (Number.isNaN(date.getTime())) throw new MailRefused('bad-date')
  if (subject.trim() === '' || html === '' || text === '') throw new MailRefused('empty-part')

  const composer = new MailComposer({
    from: { name: from.name, address: checkedAddress(from.address) },
    to: { name: '', address: checkedAddress(mail.to) },
    subject,
    html,
    text,
    messageId,
    date,
    headers: {
      ...checkedHeaders(mail.headers ?? {}),
      ...(mail.listUnsubscribe === undefined ? {} : unsubscribeHeader(mail.listUnsubscribe)),
      'Auto-Submitted': autoSubmitted,
      // Exchange answers by this header, not by RFC 3834.
      'X-Auto-Response-Suppress': 'All',
    },
    boundaryPrefix: '--=_part',
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 32),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const raw = await composer.compile().build()
  return mail.dkim ? sign(raw, mail.dkim) : raw
}
