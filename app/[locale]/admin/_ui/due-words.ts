import type { getTranslations } from 'next-intl/server'
import type { TermUnit } from '@/db/enums'

export type AdminWords = Awaited<ReturnType<typeof getTranslations<'admin'>>>

/** "осталось 3 дня", "срок сегодня", "просрочено на 2 рабочих дня". `left` is counted in `unit`. */
export function dueWords(t: AdminWords, left: number, unit: TermUnit = 'calendar-days'): string {
  const working = unit === 'working-days'
  if (left === 0) return t('due.today')
  if (left < 0) return t(working ? 'due.overdueWorking' : 'due.overdue', { n: -left })
  if (left === 1 && !working) return t('due.tomorrow')
  return t(working ? 'due.leftWorking' : 'due.left', { n: left })
}
