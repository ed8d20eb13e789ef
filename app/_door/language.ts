import type { IncomingMessage } from 'node:http'
import { type Locale, locales } from '@/db/enums'

const isLocale = (text: string | undefined): text is Locale => locales.includes(text as Locale)

/** The language of the page that is asked for; where the address has none, of the cookie, then of the browser. */
export function languageOf({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): Locale {
  const named = [
    /^\/(\w\w)(?=[/?#]|$)/.exec(url)?.[1],
    /(?:^|;\s*)portal-locale=(\w\w)(?=;|$)/.exec(headers.cookie ?? '')?.[1],
    /\b(ru|en)\b/i.exec(headers['accept-language'] ?? '')?.[1]?.toLowerCase(),
  ]
  return named.find(isLocale) ?? 'ru'
}
