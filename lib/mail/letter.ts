import { eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import type { Transaction } from '@/db/client'
import { locales } from '@/db/enums'
import { mail } from '@/db/schema'
import type { EmailName } from '@/emails'
import { found } from '@/lib/core/errors'
import { paths } from '@/lib/core/links'
import { clinicClosing } from './clinic-closing'
import { type MailContents, mailSealer } from './outbox'
import { renderEmail } from './render'

/** A mail as its reader has it, but for the links that act in the reader's name. */
export interface Letter {
  subject: string
  html: string
  text: string
  /** False for one that has not been tried yet: it is made anew, without what is no longer true, when it leaves. */
  final: boolean
}

/** Opens a mail in the caller's transaction. Whoever calls it has seen to permission and to the audit log. */
export async function openLetter(tx: Transaction, mailId: string): Promise<Letter> {
  const [selected] = await tx.select().from(mail).where(eq(mail.id, mailId))
  const row = found(selected, 'mail')
  const sealer = await mailSealer(tx, row.requestId ? [row.requestId] : [])
  if (row.raw) {
    const { subject = '', html = '', text = '' } = await PostalMime.parse(sealer.open(row, 'mail:raw', row.raw))
    return { subject, html: withoutTokens(html), text: withoutTokens(text), final: true }
  }
  const { props } = JSON.parse(sealer.open(row, 'mail:contents', row.contents).toString()) as MailContents
  // The outbox stores only what `MailIntent` allows: the template's own props.
  const closing = await clinicClosing(row.operatorId, row.locale)
  const { subject, html, text } = await renderEmail(row.template as EmailName, props as never, row.locale, closing)
  return { subject, html: withoutTokens(html), text: withoutTokens(text), final: false }
}

const starts = locales.map((locale) => paths.neutral(locale, ''))
const signedLink = new RegExp(`(${starts.join('|')})[\\w.~%-]+`, 'g')

/** Without the ends of neutral links: they are signed, and who opens one counts as the requester. */
export const withoutTokens = (letter: string): string => letter.replaceAll(signedLink, '$1***')
