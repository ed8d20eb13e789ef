import type { Locale } from '@/db/enums'
import { formatDate } from '@/lib/i18n/format'
import type { ExplainedClock, RegisterClock, RegisterRow } from '@/lib/requests/model'
import type { Verdict } from '@/lib/requests/verdicts'
import { type AdminWords, dueWords } from './due-words'
import { type Tone, toneOf } from './tone'

/** How a clock stands, in words: what is left of it, or how it ended. */
export function standingWords(t: AdminWords, { verdict, daysLeft, unit }: ExplainedClock, locale: Locale): string {
  if (verdict.is === 'running' || verdict.is === 'overdue') return dueWords(t, daysLeft, unit)
  return verdictWords(t, verdict, (date) => formatDate(date, locale))
}

/** A verdict by itself: "идёт", "соблюдён 5 декабря", "отпал 5 декабря: обращение отозвано". */
function verdictWords(t: AdminWords, verdict: Verdict, write: (date: string) => string): string {
  if (verdict.is === 'running' || verdict.is === 'overdue') return t(`verdict.${verdict.is}`)
  const date = write(verdict.on)
  if (verdict.is !== 'lapsed') return t(`verdict.${verdict.is}`, { date })
  const lapsed = t(`verdict.lapsed.${verdict.reason}`, { date })
  return verdict.late ? `${lapsed}; ${t('verdict.late')}` : lapsed
}

/** A clock as the register has it: "Уничтожить данные: до 10.12.2026, продлён, нарушен: исполнено 12.12.2026". */
export function registerWords(t: AdminWords, clock: RegisterClock, write: (date: string) => string): string {
  const facts = [
    t('verdict.until', { date: write(clock.dueOn) }),
    clock.extended && t('verdict.extended'),
    verdictWords(t, clock.verdict, write),
  ]
  return `${t(`clock.${clock.clock}`)}: ${facts.filter(Boolean).join(', ')}`
}

/** What was decided, as the register has it, a refusal with its norm: "Отказ: хранить обязывает закон: 152-ФЗ, ч. 2 ст. 9". */
export function decisionWords(t: AdminWords, { outcome, refusalGround }: RegisterRow): string | null {
  if (!outcome) return null
  return refusalGround ? `${t(`outcome.${outcome}`)}: ${t(`refusal.${refusalGround}`)}` : t(`outcome.${outcome}`)
}

/** How pressing a clock is; one that was missed stays marked. */
export function standingTone({ verdict, daysLeft }: ExplainedClock): Tone {
  if (verdict.is === 'running' || verdict.is === 'overdue') return toneOf(daysLeft)
  return verdict.is === 'missed' ? 'overdue' : 'closed'
}
