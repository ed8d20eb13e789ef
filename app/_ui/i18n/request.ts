import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { messages } from '@/lib/i18n/messages'
import { routing } from './routing'

/** Messages stay on the server: client components get the few sentences they show as props. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  return { locale, messages: messages[locale], timeZone: 'Europe/Moscow' }
})
