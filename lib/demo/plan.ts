import type { DemoText } from '@/db/demo/model'
import type { DemoPerson } from '@/db/demo/people'
import { demoTexts } from '@/db/kinds/demos'
import { kindForms } from '@/db/kinds/forms'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { isWorkingDay, previousWorkingDay } from '@/lib/calendar/working-days'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import { localDate } from '@/lib/core/zoned'
import type { Operator } from '@/lib/operators/queries'
import type { TermRule } from '@/lib/operators/term-rules'
import { type Filed, openClocks, rulesFor } from '@/lib/requests/deadlines'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { isDuty } from '@/lib/requests/verdicts'
import { describePeople, peopleInTurn } from './people'
import { between, pick, type Random, seeded, uuid } from './random'
import { type Pace, type Scenario, scenariosOf, type Stage } from './scenarios'
import { Timeline } from './timeline'

export type Act =
  | 'file'
  | 'confirm'
  | 'view'
  | 'take'
  | 'assign'
  | 'fulfil'
  | 'finish'
  | 'ask'
  | 'reply'
  | 'extend'
  | 'save'
  | 'release'
  | 'read'

/** One invented request, and who deals with it. */
export interface DemoCase {
  form: FileRequestForm
  text: DemoText
  /** Whom letters are addressed to. */
  addressee: DemoPerson
  /** A scan that comes with it. */
  fileName?: string
  /** Draws the officer in charge among the clinic's; 0 to 1. */
  lot: number
}

export interface DemoStep {
  at: Date
  of: DemoCase
  act: Act
}

export interface Clinic {
  operator: Operator
  /** 0 to 4. */
  place: number
  rules: readonly TermRule[]
  calendar: ProductionCalendar
}

/** Everything that happened at a clinic until `now`, in order, no two things at once. The same `now` gives the same. */
export function planHistory(clinic: Clinic, now: Date): DemoStep[] {
  const random = seeded(clinic.operator.slug)
  const nextPerson = peopleInTurn(random)
  const today = localDate(now, clinic.operator.timeZone)
  const steps = scenariosOf(clinic.place).flatMap((scenario, index) => {
    const byAuthority = scenario.pace === 'working' && scenario.stage === 'taken' && index % 5 === clinic.place
    const locale = !byAuthority && index % 7 === 3 ? 'en' : 'ru'
    const text = pick(
      random,
      demoTexts[locale].filter((each) => Boolean(each.byAuthority) === byAuthority && suits(each, scenario, clinic)),
    )
    const received = whenReceived(random, scenario, text, clinic, { now, today })
    const person = nextPerson(locale)
    const agent = locale === 'ru' && !byAuthority && index % 9 === 4 ? nextPerson(locale) : undefined
    const isQuick = scenario.pace === 'same-day' || index % 4 !== 2
    const fileName = agent ? 'Доверенность.pdf' : text.correction ? 'Снимок документа.pdf' : undefined
    const { elsewhere } = kindForms[text.kind]
    const of: DemoCase = {
      text,
      addressee: agent ?? person,
      lot: random(),
      ...(fileName && { fileName }),
      form: {
        submissionId: uuid(random),
        locale,
        kind: text.kind,
        channel: byAuthority
          ? 'post'
          : isQuick && !elsewhere
            ? 'portal'
            : pick(random, ['email', 'post', 'in-person', 'phone']),
        ...{ ground: text.ground, scope: text.scope, mailingChannels: [...(text.mailingChannels ?? [])] },
        ...{ details: text.details, correction: text.correction },
        ...describePeople(random, clinic.operator, { text, person, ...(agent && { agent }), receivedOn: received.on }),
      },
    }
    return stepsOf(random, scenario, of, received, clinic).filter(({ act, at }) => act === 'file' || at < now)
  })
  steps.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1]?.at
    if (before && step.at <= before) step.at = new Date(before.getTime() + 1)
  }
  return steps
}

const filedAs = (text: DemoText): Filed => ({ ...text, requesterType: text.byAuthority ? 'authority' : 'subject' })

function paceOf(text: DemoText, rules: readonly TermRule[]): Pace {
  const terms = rulesFor(rules, filedAs(text)).filter(({ countedFrom }) => countedFrom !== 'correction')
  if (terms.some(({ unit }) => unit === 'same-day')) return 'same-day'
  return terms.some(({ amount }) => amount < 28) ? 'working' : 'month'
}

/** Whether something is to be done, under a clock of its own, beside the answer. */
const hasDuty = (text: DemoText, rules: readonly TermRule[]): boolean =>
  text.outcome !== 'refused' && rulesFor(rules, filedAs(text)).some(({ clock }) => isDuty(clock))

function suits(text: DemoText, { pace, stage }: Scenario, { operator: { profile }, rules }: Clinic): boolean {
  return (
    paceOf(text, rules) === pace &&
    (stage !== 'extended' || text.reasons !== undefined) &&
    (stage !== 'owing' || (hasDuty(text, rules) && !text.byAuthority)) &&
    profile.kinds.some(({ kind }) => kind === text.kind) &&
    (text.mailingChannels ?? []).every((channel) => profile.mailingChannels.includes(channel))
  )
}

interface Received {
  on: CalendarDate
  /** Where the minute matters, not the day alone. */
  at?: Date
  answeredOn?: CalendarDate
}

function whenReceived(
  random: Random,
  { at, pace }: Scenario,
  text: DemoText,
  { operator: { timeZone }, calendar, rules }: Clinic,
  { now, today }: { now: Date; today: CalendarDate },
): Received {
  const answered = (date: CalendarDate, tookDays: number): Received => {
    const answeredOn = workingUntil(calendar, date)
    const on = addDays(answeredOn, -tookDays)
    return { on: pace === 'same-day' ? workingUntil(calendar, on) : on, answeredOn }
  }
  const ago = (minutes: number): Received => {
    const instant = new Date(now.getTime() - minutes * 60_000)
    return { on: localDate(instant, timeZone), at: instant }
  }
  if ('minutesAgo' in at) return ago(at.minutesAgo)
  if ('answeredDaysAgo' in at) return answered(addDays(today, -at.answeredDaysAgo), at.tookDays)
  if ('answeredLastMonthOn' in at) {
    const lastMonth = addDays(`${today.slice(0, 8)}01`, -1).slice(0, 8)
    return answered(`${lastMonth}${String(at.answeredLastMonthOn).padStart(2, '0')}`, at.tookDays)
  }
  if ('receivedLastYearOn' in at) {
    return answered(addDays(`${Number(today.slice(0, 4)) - 1}-${at.receivedLastYearOn}`, at.tookDays), at.tookDays)
  }
  if ('receivedDaysAgo' in at) return { on: workingUntil(calendar, addDays(today, -at.receivedDaysAgo)) }

  const target = addDays(today, at.dueInDays)
  const filed = filedAs(text)
  let on = target < today ? target : today
  while ((openClocks(rules, filed, on, calendar)[0]?.dueOn ?? '') > target) on = addDays(on, -1)
  return on === today ? ago(between(random, 70, 200)) : { on }
}

const reached = (stage: Stage, ...stages: Stage[]) => stages.includes(stage)

function stepsOf(
  random: Random,
  { stage, pace }: Scenario,
  of: DemoCase,
  received: Received,
  { operator: { timeZone }, calendar, rules }: Clinic,
): DemoStep[] {
  const time = new Timeline(random, { timeZone, calendar })
  const steps: DemoStep[] = []
  const add = (act: Act, at: Date) => steps.push({ at, of, act })
  const isToday = pace === 'same-day'
  const byOfficer = of.form.channel !== 'portal'
  const hours = isToday ? 'morning' : byOfficer ? 'office' : 'home'
  add('file', received.at ? time.begin(received.at) : time.on(received.on, hours))
  if (!byOfficer && random() < 0.85) add('confirm', time.soon())
  if (stage === 'new') return steps

  const opened = time.later(isToday ? 0 : 1, 'office')
  if (random() < 0.5) add('view', opened)
  add(random() < 0.2 ? 'assign' : 'take', time.soon())
  if (isToday) add('fulfil', time.soon())
  if (stage === 'answered' && hasDuty(of.text, rules)) add('finish', isToday ? time.soon() : time.later(1, 'office'))
  const isLong = received.answeredOn !== undefined && received.answeredOn >= addDays(received.on, 8)
  const asks = reached(stage, 'asked', 'replied') || (isLong && random() < 0.5)
  if (asks) add('ask', time.later(1, 'office'))
  if (asks && stage !== 'asked') add('reply', time.later(1, 'home'))
  if (stage === 'extended') add('extend', time.on(workingUntil(calendar, addDays(received.on, 8)), 'office'))
  if (stage === 'drafted') add('save', time.later(between(random, 2, 6), 'office'))
  if (stage === 'answered' && received.answeredOn) {
    const answeredAt = time.on(received.answeredOn, 'office')
    add('save', answeredAt)
    add('release', time.soon())
    if (random() < 0.85) add('read', time.later(1, 'home'))
  }
  if (stage === 'owing') {
    add('save', time.later(between(random, 5, 9), 'office'))
    add('release', time.soon())
    add('read', time.later(1, 'home'))
  }
  return steps
}

/** The date, or the last working day before it. */
function workingUntil(calendar: ProductionCalendar, date: CalendarDate): CalendarDate {
  return isWorkingDay(calendar, date) ? date : previousWorkingDay(calendar, date)
}
