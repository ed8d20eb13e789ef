import type { Locale } from '@/db/enums'
import { formatTime } from '@/lib/i18n/format'

/** How long somebody has to wait, as it really is, and until when. */
export const wait = (now: Date, until = now, locale: Locale, timeZone: string) => ({
  minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)),
  time: formatTime(new Date(Math.ceil(until.getTime() / 60_000) * 60_000), locale, timeZone),
})
