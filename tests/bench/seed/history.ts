import { randomUUID } from 'node:crypto'
import {
  type AnswerOutcome,
  type ClockEnding,
  type ConsentScope,
  type RequestGround,
  type RequestKind,
  type RequestState,
  requestKinds,
} from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import { localDate } from '@/lib/core/zoned'
import { between, pick, type Random, uuid } from '@/lib/demo/random'
import type { Operator } from '@/lib/operators/queries'
import type { TermRule } from '@/lib/operators/term-rules'
import { openClocks } from '@/lib/requests/deadlines'
import { isDuty, nextClock } from '@/lib/requests/verdicts'

const DAY_MS = 86_400_000
const HISTORY_DAYS = 900

export interface Officer {
  id: string
  name: string
}

/** A clinic with its requests and the officers who work there; the first of them is the one who looks. */
export interface SeededClinic {
  operator: Operator
  requests: number
  open: number
  officers: readonly Officer[]
}

export interface ClinicPlan {
  operator: Operator
  rules: readonly TermRule[]
  calendar: ProductionCalendar
  officers: readonly Officer[]
  requests: number
  open: number
  now: Date
  /** Whether every open request is due within the days that reminders look ahead. */
  dueSoon: boolean
}

export interface SeededClock {
  id: string
  clock: TermRule['clock']
  rule: TermRule
  startedOn: CalendarDate
  dueOn: CalendarDate
  stoppedAt: Date | null
  stoppedOn: CalendarDate | null
  ending: ClockEnding | null
}

/** One request with what happened to it, without the person. */
export interface SeededRequest {
  id: string
  kind: RequestKind
  state: RequestState
  receivedAt: Date
  receivedOn: CalendarDate
  closedAt: Date | null
  outcome: AnswerOutcome | null
  assignee: Officer | undefined
  clocks: SeededClock[]
  responseDueOn: CalendarDate
  next: SeededClock | undefined
}

const given: readonly AnswerOutcome[] = ['fulfilled', 'fulfilled', 'partly']
const outcomes: readonly AnswerOutcome[] = [...given, 'refused']

/** Lays out a clinic's requests, the closed ones over two and a half years, then the open ones: by the very rules of the portal. */
export function historyOf(plan: ClinicPlan, random: Random): (place: number) => SeededRequest {
  const { operator, rules, calendar, now } = plan
  const closed = plan.requests - plan.open
  const dates = memoize((instant: number) => localDate(new Date(instant), operator.timeZone))
  const opened = memoize((key: string) => {
    const [kind, receivedOn] = key.split(' ') as [RequestKind, CalendarDate]
    return openClocks(rules, { kind, requesterType: 'subject', ...detailsOf(kind) }, receivedOn, calendar)
  })
  // Hours are enough to tell a date, and few enough to remember.
  const dateOf = (at: Date) => dates(Math.floor(at.getTime() / 3_600_000) * 3_600_000)
  const kinds = requestKinds.filter((kind) => operator.profile.kinds.some((offered) => offered.kind === kind))

  return (place) => {
    const isOpen = place >= closed
    const receivedAt = isOpen ? openSince(plan, random) : closedSince(plan, place / closed, random)
    const receivedOn = dateOf(receivedAt)
    const closedAt = isOpen ? null : new Date(receivedAt.getTime() + between(random, 1, 27) * DAY_MS)
    const today = dateOf(now)
    const kind = random() < 0.5 ? 'access' : pick(random, kinds)
    const assignee = isOpen && !plan.dueSoon && random() < 0.35 ? undefined : pick(random, plan.officers)
    const rulesOf = opened(`${kind} ${receivedOn}`)
    // Answered, with a duty left.
    const owes = isOpen && assignee !== undefined && random() < 0.2 && rulesOf.some(({ rule }) => isDuty(rule.clock))
    const state = isOpen ? (owes ? 'answered' : undefined) : random() < 0.97 ? 'answered' : 'withdrawn'
    const clocks = rulesOf.map(({ rule, startedOn, dueOn }): SeededClock => {
      const isMet = owes ? !isDuty(rule.clock) : dueOn < today && rule.clock !== 'response' && random() < 0.95
      const stoppedAt = closedAt ?? (isMet ? instantOn(dueOn < today ? dueOn : today, receivedAt) : null)
      const stoppedOn = stoppedAt && dateOf(stoppedAt)
      const ending = !stoppedAt ? null : state === 'withdrawn' ? state : isDuty(rule.clock) ? 'done' : 'answered'
      return { id: randomUUID(), clock: rule.clock, rule, startedOn, dueOn, stoppedAt, stoppedOn, ending }
    })
    const response = clocks.find(({ clock }) => clock === 'response')
    if (!response) throw new Error('A request has no clock for its response')
    return {
      ...{ id: uuid(random), kind, receivedAt, receivedOn, closedAt, assignee, clocks },
      state: state ?? (assignee ? 'in-progress' : 'registered'),
      outcome: state === 'answered' ? pick(random, isOpen ? given : outcomes) : null,
      responseDueOn: response.dueOn,
      next: nextClock(clocks),
    }
  }
}

/** What the rules ask of a kind beside its name: of its grounds, one that is often named. */
export function detailsOf(kind: RequestKind): { ground?: RequestGround; scope?: ConsentScope } {
  const { grounds, hasScope } = kindForms[kind]
  const ground = grounds?.values.find((each) => each !== 'money')
  return { ...(ground && { ground }), ...(hasScope && { scope: 'all-processing' }) }
}

function closedSince({ now }: ClinicPlan, part: number, random: Random): Date {
  const days = 28 + (1 - part) * (HISTORY_DAYS - 28) + random()
  return new Date(now.getTime() - days * DAY_MS)
}

/** Most came within the last month; a few are late. */
function openSince({ now, dueSoon }: ClinicPlan, random: Random): Date {
  const days = dueSoon ? 21 + random() * 12 : random() < 0.96 ? random() * 29 : 29 + random() * 6
  return new Date(now.getTime() - days * DAY_MS)
}

/** Some hour of the day before a date, but not before the request came. */
function instantOn(date: CalendarDate, receivedAt: Date): Date {
  return new Date(Math.max(receivedAt.getTime(), Date.parse(`${addDays(date, -1)}T12:00:00Z`)))
}

function memoize<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
