import type { ClockName, Locale, TermUnit } from '@/db/enums'
import type { Fact } from './blocks'

/** The neutral name for the header and for From: it betrays neither the clinic nor what is asked of it (323-FZ 13). */
export const portalName: Record<Locale, string> = { ru: 'Портал обращений', en: 'Requests portal' }

interface PluralForms {
  ru: Record<'one' | 'few' | 'many', string>
  en: Record<'one' | 'other', string>
}

const pluralRules: Record<Locale, Intl.PluralRules> = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

/** The form that goes with the whole number `n`: `plural('ru', 3, { one: 'день', few: 'дня', many: 'дней' })` is 'дня'. */
export function plural<L extends Locale>(locale: L, n: number, forms: PluralForms[L]): string {
  const form = new Map(Object.entries(forms)).get(pluralRules[locale].select(n))
  if (form === undefined) throw new RangeError(`No plural form for ${n}`)
  return form
}

const dayForms: PluralForms = {
  ru: { one: 'день', few: 'дня', many: 'дней' },
  en: { one: 'day', other: 'days' },
}

const workingDayForms: PluralForms = {
  ru: { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней' },
  en: { one: 'working day', other: 'working days' },
}

const days = (n: number, locale: Locale, unit: TermUnit) =>
  `${n} ${plural(locale, n, (unit === 'working-days' ? workingDayForms : dayForms)[locale])}`

const dateFormats: Record<Locale, Intl.DateTimeFormat> = {
  ru: new Intl.DateTimeFormat('ru', { dateStyle: 'full', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }),
}

/** A calendar date with its weekday: '31 декабря 2026 года (четверг)', 'Thursday, 31 December 2026'. */
export function dateInWords(on: string, locale: Locale): string {
  const parts = dateFormats[locale].formatToParts(new Date(`${on}T00:00:00Z`))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value
  const date = `${part('day')} ${part('month')} ${part('year')}`
  return locale === 'ru' ? `${date} года (${part('weekday')})` : `${part('weekday')}, ${date}`
}

/** How far a due date is: 'осталось 3 дня', 'срок истекает сегодня', 'просрочено на 2 рабочих дня'; negative is overdue. */
export function dueIn(
  { daysLeft, unit = 'calendar-days' }: Pick<ClockLine, 'daysLeft' | 'unit'>,
  locale: Locale,
): string {
  if (locale === 'ru') {
    if (daysLeft === 0) return 'срок истекает сегодня'
    if (daysLeft < 0) return `просрочено на ${days(-daysLeft, locale, unit)}`
    return `${plural(locale, daysLeft, { one: 'остался', few: 'осталось', many: 'осталось' })} ${days(daysLeft, locale, unit)}`
  }
  if (daysLeft === 0) return 'due today'
  return daysLeft < 0 ? `overdue by ${days(-daysLeft, locale, unit)}` : `${days(daysLeft, locale, unit)} left`
}

/** A clock as staff letters list it. `daysLeft` is in days of its unit, 0 on the due date, negative past it. */
export interface ClockLine {
  clock: ClockName
  dueOn: string
  daysLeft: number
  unit?: TermUnit
  basis?: { ru: string; en: string }
  /** The safe day to answer, where the due date itself is a non-working day. */
  lastWorkingDayOn?: string
  /** True where the year has no official production calendar yet. */
  provisional?: boolean
}

const clockLabels: Record<Locale, Record<ClockName, string>> = {
  ru: {
    response: 'Ответ на обращение',
    answer: 'Ответ в срок по закону',
    correct: 'Уточнение данных',
    destroy: 'Уничтожение данных',
    stop: 'Прекращение обработки',
    block: 'Блокирование',
    lift: 'Снятие блокирования',
    check: 'Завершение проверки',
    'stop-mailings': 'Прекращение рассылок и звонков',
    'stop-distribution': 'Прекращение распространения',
  },
  en: {
    response: 'Response',
    answer: 'Statutory answer',
    correct: 'Correction',
    destroy: 'Destruction',
    stop: 'Stop of processing',
    block: 'Blocking',
    lift: 'Lifting of the block',
    check: 'End of the check',
    'stop-mailings': 'Stop of mailings and calls',
    'stop-distribution': 'Stop of distribution',
  },
}

export const clockLabel = (clock: ClockName, locale: Locale): string => clockLabels[locale][clock]

/** The due date, marked where it may still move because the year's production calendar is not official yet. */
export function dueDate(on: string, provisional: boolean | undefined, locale: Locale): string {
  if (!provisional) return dateInWords(on, locale)
  const mark = locale === 'ru' ? 'дата предварительная' : 'provisional date'
  return `${dateInWords(on, locale)}, ${mark}`
}

const byDueDate = (clocks: readonly ClockLine[]) =>
  clocks.toSorted(
    (a, b) => a.dueOn.localeCompare(b.dueOn) || Number(a.clock === 'response') - Number(b.clock === 'response'),
  )

/** Rows for `facts`, the earliest due date first, each with what it rests on. */
export function clockFacts(clocks: readonly ClockLine[], locale: Locale): Fact[] {
  const safeDay = locale === 'ru' ? 'последний рабочий день до срока' : 'last working day before it'
  return byDueDate(clocks).map((line) => {
    const { clock, dueOn, lastWorkingDayOn, provisional, basis } = line
    const value = `${dueDate(dueOn, provisional, locale)}, ${dueIn(line, locale)}`
    const safe = lastWorkingDayOn ? `; ${safeDay}: ${dateInWords(lastWorkingDayOn, locale)}` : ''
    return [clockLabel(clock, locale), value + safe + (basis ? `; ${basis[locale]}` : '')]
  })
}

/** The clock that runs out first. Throws on an empty list: no letter is about no clock. */
export function earliestClock(clocks: readonly ClockLine[]): ClockLine {
  const [first] = byDueDate(clocks)
  if (!first) throw new RangeError('A deadline letter needs at least one clock')
  return first
}
