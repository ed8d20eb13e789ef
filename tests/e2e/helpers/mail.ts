import type { StoredMail } from '@/lib/demo-mail/store'
import { testPortal, waitForMail } from '../../support/portal'

/** A person's mailbox: each letter is read once, so that a later one is never taken for an earlier one. */
export class Mailbox {
  readonly #read = new Set<string>()

  constructor(readonly address: string) {}

  /** The next unread letter with such a subject, come or to come. */
  async next(subject: RegExp): Promise<StoredMail> {
    const mail = await waitForMail(
      ({ id, to, subject: given }) => !this.#read.has(id) && to.includes(this.address) && subject.test(given),
    )
    this.#read.add(mail.id)
    return mail
  }
}

/** An address that nobody has used before. */
export const newMailbox = (name: string): Mailbox => new Mailbox(`${name}-${crypto.randomUUID()}@patients.example`)

/** Path of the link behind a button of a letter. Throws where the letter has no such button. */
export function linkIn({ html, subject }: StoredMail, words: RegExp): string {
  for (const [, href, inner] of html.matchAll(/<a\b[^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/gs)) {
    if (href && words.test((inner ?? '').replaceAll(/<[^>]*>/g, ''))) {
      const { origin, pathname, search } = new URL(href.replaceAll('&amp;', '&'))
      if (origin !== testPortal().url) throw new Error(`The link leads to ${origin}`)
      return pathname + search
    }
  }
  throw new Error(`No link ${String(words)} in "${subject}"`)
}

/** The six digits of a one-time code. */
export function codeIn({ text }: StoredMail): string {
  const [code] = /\b\d{6}\b/.exec(text) ?? []
  if (!code) throw new Error('No code in the letter')
  return code
}
