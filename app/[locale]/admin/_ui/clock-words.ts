import type { Locale } from '@/db/enums'
import { formatDate } from '@/lib/i18n/format'
import type { ExplainedClock } from '@/lib/requests/model'
import { type AdminWords, dueWords } from './due-words'
import { type Tone, toneOf } from './tone'

/** How a clock stands, in words: what is left of it, or how it ended. */
export function standingWords(t: AdminWords, { verdict, daysLeft, unit }: ExplainedClock, locale: Locale): string {
  if (verdict.is === 'running' || verdict.is === 'overdue') return dueWords(t, daysLeft, unit)
  const date = formatDate(verdict.on, locale)
  if (verdict.is !== 'lapsed') return t(`verdict.${verdict.is}`, { date })
  const lapsed = t(`verdict.lapsed.${verdict.reason}`, { date })
  return verdict.late ? `${lapsed}; ${t('verdict.late')}` : lapsed
}

/** How pressing a clock is; one that was missed stays marked. */
export function standingTone({ verdict, daysLeft }: ExplainedClock): Tone {
  if (verdict.is === 'running' || verdict.is === 'overdue') return toneOf(daysLeft)
  return verdict.is === 'missed' ? 'overdue' : 'closed'
}
