import type { Locale } from '@/db/enums'
import type { Messages } from '@/lib/i18n/messages'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
