import {
  answerOutcomes,
  clockNames,
  intakeChannels,
  type Locale,
  refusalGrounds,
  requestKinds,
  retiredRefusalGrounds,
  staffRoles,
} from '@/db/enums'
import type { Concerned } from '@/lib/audit/concerned'
import type { AuditRow } from '@/lib/audit/queries'
import { isCalendarDate } from '@/lib/core/calendar-date'
import { formatDate, formatDay, formatList } from '@/lib/i18n/format'
import type { AdminWords } from '../../_ui/due-words'

type Who = Pick<AuditRow, 'actorKind'> & { staffName?: string | null }
type Told = Who & Pick<AuditRow, 'data' | 'concerned'>
type Data = Record<string, unknown>

/** A sentence by a key that is put together while running; undefined where there is none. */
function sayIfKnown(t: AdminWords, key: string): string | undefined {
  const any = t as unknown as ((key: string) => string) & { has: (key: string) => boolean }
  return any.has(key) ? any(key) : undefined
}

/** Who did it: an officer by name, everybody else by what they are. */
export const auditWho = (t: AdminWords, { actorKind, staffName }: Who): string =>
  staffName ?? (actorKind === 'staff' ? '—' : t(`audit.who.${actorKind}`))

/** What happened, in words; an action that this version does not know is shown by its name. */
export const auditSentence = (t: AdminWords, action: string): string =>
  sayIfKnown(t, `audit.actions.${action}`) ?? action

const oneOf = <T extends string>(values: readonly T[], given: unknown): T | undefined =>
  values.find((value) => value === given)

/** The facts of an event in words: dates, names of clocks, numbers. Nothing personal is ever among them. */
export function auditDetails(t: AdminWords, locale: Locale, { data, concerned, ...who }: Told): string {
  const kind = oneOf(requestKinds, data['kind'])
  const channel = oneOf(intakeChannels, data['channel'])
  const clock = oneOf(clockNames, data['clock'])
  const outcome = oneOf(answerOutcomes, data['outcome'])
  const ground = oneOf([...refusalGrounds, ...retiredRefusalGrounds], data['ground'])
  const role = oneOf(staffRoles, data['role'])
  const facts = [
    ...people(t, concerned, who),
    role && t(`role.${role}`),
    kind && t(`kind.${kind}`),
    channel && t(`channel.${channel}`),
    earlierReceipt(t, locale, data),
    positive(data['files']) && t('audit.fact.files', { n: Number(data['files']) }),
    clock && t(`clock.${clock}`),
    movedDates(t, locale, data),
    outcome && t(`outcome.${outcome}`),
    ground && t(`refusal.${ground}`),
    // Of a log that was kept before each clock had a verdict: it compared with the 30 days alone.
    typeof data['inTime'] === 'boolean' && t(data['inTime'] ? 'audit.fact.inThirtyDays' : 'audit.fact.afterThirtyDays'),
    isCalendarDate(data['on']) && clock && t('audit.fact.done', { date: formatDate(data['on'], locale) }),
    sayIfKnown(t, `audit.fact.standing.${String(data['verdict'])}`),
    sayIfKnown(t, `audit.fact.by.${String(data['by'])}`),
    typeof data['found'] === 'number' && t('audit.fact.found', { n: data['found'] }),
    typeof data['year'] === 'number' && t('audit.fact.year', { year: String(data['year']) }),
    sayIfKnown(t, `audit.template.${String(data['template'])}`),
    sayIfKnown(t, `audit.fact.refused.${String(data['reason'])}`),
    clockDates(t, locale, data['clocks']),
    ...changes(t, data),
  ]
  return facts.filter(Boolean).join(', ')
}

/** Whom it is about, where that is not whoever did it. */
function people(t: AdminWords, { staffId, from, to }: Concerned, { staffName }: Who): (string | undefined)[] {
  return [
    staffId && staffId !== staffName ? t('audit.fact.colleague', { name: staffId }) : undefined,
    from && t('audit.fact.outOf', { name: from }),
    to && t('audit.fact.into', { name: to }),
  ]
}

/** The day that a request came, where it was registered later. */
function earlierReceipt(t: AdminWords, locale: Locale, { receivedOn, registeredOn }: Data): string | undefined {
  if (!isCalendarDate(receivedOn) || receivedOn === registeredOn) return undefined
  return t('audit.fact.received', { date: formatDate(receivedOn, locale) })
}

const positive = (value: unknown): boolean => typeof value === 'number' && value > 0

function movedDates(t: AdminWords, locale: Locale, { from, to }: Data): string | undefined {
  if (!isCalendarDate(from) || !isCalendarDate(to)) return undefined
  return t('audit.fact.moved', { from: formatDate(from, locale), to: formatDate(to, locale) })
}

/** "amount 10" before and "amount 8" after: what was set, from what to what. */
function changes(t: AdminWords, { before, after }: Data): string[] {
  if (!Array.isArray(before) || !Array.isArray(after)) return []
  const shown = (value: string) => sayIfKnown(t, `audit.fact.settings.values.${value}`) ?? value.replaceAll('-', ', ')
  return after.flatMap((line: unknown, at) => {
    const [field = '', to = ''] = String(line).split(' ')
    const [, from = ''] = String(before[at]).split(' ')
    const name = sayIfKnown(t, `audit.fact.settings.${field}`)
    return name ? [t('audit.fact.settings.change', { name, from: shown(from), to: shown(to) })] : []
  })
}

/** "answer 2026-12-03" as the filing noted it, "destroy running 2026-12-10" as an answer or a withdrawal did. */
function clockDates(t: AdminWords, locale: Locale, clocks: unknown): string | undefined {
  if (!Array.isArray(clocks)) return undefined
  const lines = clocks.flatMap((line: unknown) => {
    const [name, ...rest] = String(line).split(' ')
    const date = rest.at(-1)
    const is = rest.length > 1 ? `, ${sayIfKnown(t, `audit.fact.standing.${rest[0]}`) ?? ''}` : ''
    const clock = oneOf(clockNames, name)
    return clock && isCalendarDate(date) ? [`${t(`clock.${clock}`)} ${formatDay(date, locale)}${is}`] : []
  })
  return formatList(lines, locale)
}
