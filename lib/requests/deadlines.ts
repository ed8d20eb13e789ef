import type { ClockName, StartEvent } from '@/db/enums'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { dueOn, extendTerm, type Term } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { TermRule } from '@/lib/operators/term-rules'
import type { FileRequestInput } from './schemas'
import { earliestFirst } from './verdicts'

export type Filed = Pick<FileRequestInput, 'kind' | 'requesterType'> & {
  ground?: FileRequestInput['ground']
  scope?: FileRequestInput['scope']
}

/** A clock about to run: the rule it runs by, and its dates. */
export interface OpenedClock {
  rule: TermRule
  startedOn: CalendarDate
  dueOn: CalendarDate
}

/** The rules that a request of this kind falls under; a rule that leaves a field open holds for every value of it. */
export function rulesFor(rules: readonly TermRule[], filed: Filed): TermRule[] {
  return rules.filter(
    (rule) =>
      rule.kind === filed.kind &&
      (rule.ground === null || rule.ground === filed.ground) &&
      (rule.scope === null || rule.scope === filed.scope) &&
      (rule.requesterType === null || rule.requesterType === filed.requesterType),
  )
}

/**
 * The clocks of a new request, earliest first. All run from the receipt (Civil Code 191): a proof that comes later
 * restarts only the clocks counted from it. What is due with the correction opens with it.
 */
export function openClocks(
  rules: readonly TermRule[],
  filed: Filed,
  receivedOn: CalendarDate,
  calendar: ProductionCalendar,
): OpenedClock[] {
  return mostSpecific(rulesFor(rules, filed))
    .filter(({ countedFrom }) => countedFrom !== 'correction')
    .map((rule) => ({ rule, startedOn: receivedOn, dueOn: dueOn(calendar, receivedOn, rule, rule.rollForward) }))
    .sort((a, b) => earliestFirst({ clock: a.rule.clock, dueOn: a.dueOn }, { clock: b.rule.clock, dueOn: b.dueOn }))
}

/** What is due on the day of the correction itself: the block that lasted for the check is lifted (152-FZ 21(2)). */
export function opensWithCorrection(
  rules: readonly TermRule[],
  filed: Filed,
  correctedOn: CalendarDate,
): OpenedClock[] {
  return mostSpecific(rulesFor(rules, filed))
    .filter(({ countedFrom, unit }) => countedFrom === 'correction' && unit === 'same-day')
    .map((rule) => ({ rule, startedOn: correctedOn, dueOn: correctedOn }))
}

/** Where two rules speak of one clock, the one that names more of the case wins; who asks outweighs what about. */
function mostSpecific(rules: TermRule[]): TermRule[] {
  const weight = (rule: TermRule) =>
    Number(rule.ground !== null) + Number(rule.scope !== null) + 2 * Number(rule.requesterType !== null)
  const byClock = new Map<ClockName, TermRule>()
  for (const rule of rules) {
    const rival = byClock.get(rule.clock)
    if (!rival || weight(rule) > weight(rival)) byClock.set(rule.clock, rule)
  }
  return [...byClock.values()]
}

/** The term a clock runs by now: its rule's, or the longer one once it is extended. */
export function termOf(clock: {
  amount: number
  unit: TermRule['unit']
  extensionAmount: number | null
  extendedAt: Date | null
}): Term {
  return clock.extendedAt && clock.extensionAmount ? extendTerm(clock, clock.extensionAmount) : clock
}

export type RestartDecision =
  | { ok: true; clocks: { id: string; from: CalendarDate; startedOn: CalendarDate; dueOn: CalendarDate }[] }
  | { ok: false; reason: 'no-such-clock' | 'date-out-of-range' }

/**
 * The day on which a proof was provided or a decision made becomes known: every clock counted from it that still runs
 * begins anew on that day, neither before the receipt nor in the future (152-FZ 20(3), 21(2); Civil Code 191).
 */
export function decideRestart(
  clocks: readonly (Parameters<typeof termOf>[0] & {
    id: string
    countedFrom: StartEvent
    stoppedOn: CalendarDate | null
    dueOn: CalendarDate
    rollForward: TermRule['rollForward']
  })[],
  happened: { event: StartEvent; on: CalendarDate },
  { receivedOn, today }: { receivedOn: CalendarDate; today: CalendarDate },
  calendar: ProductionCalendar,
): RestartDecision {
  const counted = clocks.filter(({ countedFrom, stoppedOn }) => countedFrom === happened.event && stoppedOn === null)
  if (counted.length === 0) return { ok: false, reason: 'no-such-clock' }
  if (happened.on < receivedOn || happened.on > today) return { ok: false, reason: 'date-out-of-range' }
  return {
    ok: true,
    clocks: counted.map((clock) => ({
      id: clock.id,
      from: clock.dueOn,
      startedOn: happened.on,
      dueOn: dueOn(calendar, happened.on, termOf(clock), clock.rollForward),
    })),
  }
}

export type ExtensionDecision =
  | { ok: true; dueOn: CalendarDate }
  | { ok: false; reason: 'not-extendable' | 'already-extended' | 'clock-stopped' | 'overdue' }

/** An extension: once, while the clock still runs, in the unit of the term itself (152-FZ 20(1): 5 working days more). */
export function decideExtension(
  clock: {
    amount: number
    unit: TermRule['unit']
    extensionAmount: number | null
    extendedAt: Date | null
    stoppedOn: CalendarDate | null
    startedOn: CalendarDate
    dueOn: CalendarDate
    rollForward: TermRule['rollForward']
  },
  today: CalendarDate,
  calendar: ProductionCalendar,
): ExtensionDecision {
  if (clock.extensionAmount === null) return { ok: false, reason: 'not-extendable' }
  if (clock.extendedAt) return { ok: false, reason: 'already-extended' }
  if (clock.stoppedOn) return { ok: false, reason: 'clock-stopped' }
  if (today > clock.dueOn) return { ok: false, reason: 'overdue' }
  const term = extendTerm(clock, clock.extensionAmount)
  return { ok: true, dueOn: dueOn(calendar, clock.startedOn, term, clock.rollForward) }
}
