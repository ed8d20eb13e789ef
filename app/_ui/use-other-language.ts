import { usePathname, useSearchParams } from 'next/navigation'
import { type Locale, locales } from '@/db/enums'

/** Each language by its own name: who looks for it may read no other. */
const words: Record<Locale, { name: string; goOn: string }> = {
  ru: { name: 'Русский', goOn: 'Продолжить по-русски: набранное останется' },
  en: { name: 'English', goOn: 'Go on in English: what you typed stays' },
}

/** Of the page where a form that can be sent in the other language ends. */
export const TYPED_LANGUAGE = 'other-language'

/** The page that is shown, in the other language and with what it was asked for. */
export function useOtherLanguage(path?: string) {
  const shown = usePathname()
  const [, from, ...page] = (path ?? shown).split('/')
  const query = useSearchParams().toString()
  const to = locales.find((locale) => locale !== from) ?? 'ru'
  return { to, href: `/${[to, ...page].join('/')}${query && `?${query}`}`, ...words[to] }
}
