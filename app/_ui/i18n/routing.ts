import { defineRouting } from 'next-intl/routing'
import { locales } from '@/db/enums'

export const localeCookie = 'portal-locale'

/** Every page has its language in its path; Russian is the default where the browser prefers neither. */
export const routing = defineRouting({
  locales,
  defaultLocale: 'ru',
  localePrefix: 'always',
  localeCookie: { name: localeCookie, sameSite: 'lax' },
  // Links of cases and receipts are nobody's to index; public pages name their other language in their metadata.
  alternateLinks: false,
})
