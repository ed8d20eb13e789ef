/** How far a request has come; each stage includes what comes before it, where that makes sense. `owing`: answered, and a duty is left. */
export type Stage = 'new' | 'taken' | 'asked' | 'replied' | 'extended' | 'drafted' | 'answered' | 'owing'

/** What the nearest term of a request is: 30 days, some working days, or the day of receipt. */
export type Pace = 'month' | 'working' | 'same-day'

export interface Scenario {
  pace: Pace
  stage: Stage
  /** When it came in, or what its nearest due date is to be, in days from today. */
  at:
    | { receivedDaysAgo: number }
    | { dueInDays: number }
    | { minutesAgo: number }
    | { answeredDaysAgo: number; tookDays: number }
    | { answeredLastMonthOn: number; tookDays: number }
    | { receivedLastYearOn: string; tookDays: number }
}

/** One clinic's requests: `place` (0 to 4) is the clinic's, so that no two of them look alike. */
export function scenariosOf(place: number): Scenario[] {
  return [
    ...lastYear(place),
    ...earlierThisYear(place),
    ...lastMonth(place),
    ...lately(place),
    ...owing(place),
    ...urgent(place),
    ...midTerm(place),
  ]
}

const answered = (pace: Pace, at: Scenario['at']): Scenario => ({ pace, stage: 'answered', at })
const due = (dueInDays: number, pace: Pace, stage: Stage): Scenario => ({ pace, stage, at: { dueInDays } })

const lastYear = (place: number): Scenario[] => [
  answered('working', { receivedLastYearOn: '09-1' + place, tookDays: 9 }),
  // One answer a few days late, as happens.
  answered('month', { receivedLastYearOn: '11-0' + (place + 3), tookDays: place === 1 ? 33 : 22 }),
]

const earlierThisYear = (place: number): Scenario[] => [
  answered('month', { answeredDaysAgo: 128 - place, tookDays: 26 }),
  answered('same-day', { answeredDaysAgo: 81 - place, tookDays: 0 }),
]

const lastMonth = (place: number): Scenario[] => [
  answered('working', { answeredLastMonthOn: 4 + place, tookDays: 8 }),
  answered('month', { answeredLastMonthOn: 11 + place, tookDays: 19 }),
  answered('same-day', { answeredLastMonthOn: 22 + place, tookDays: 6 }),
]

const lately = (place: number): Scenario[] => [
  answered(place % 2 === 0 ? 'month' : 'working', { answeredDaysAgo: 2 + place, tookDays: 7 + place }),
]

/** Answered, with data still to be destroyed: in time yet at most clinics, overdue at one of them. */
const owing = (place: number): Scenario[] => [
  { pace: 'month', stage: 'owing', at: { dueInDays: place === 2 ? -4 : 6 } },
]

const urgent = (place: number): Scenario[] => [
  due(-9 - place, 'working', 'taken'),
  due(-2, place % 2 === 0 ? 'month' : 'working', 'asked'),
  due(0, 'month', 'drafted'),
  due(1, 'month', 'replied'),
  due(3, 'working', 'taken'),
  { pace: 'same-day', stage: 'new', at: { minutesAgo: [14, 27, 48, 110, 170][place] ?? 60 } },
]

const midTerm = (place: number): Scenario[] => [
  due(5, 'working', 'asked'),
  due(8 + (place % 3), 'working', 'new'),
  { pace: 'same-day', stage: 'taken', at: { receivedDaysAgo: 3 } },
  { pace: 'working', stage: 'extended', at: { receivedDaysAgo: 12 } },
  due(15, 'month', 'replied'),
  due(20, 'month', place % 2 === 0 ? 'asked' : 'taken'),
  due(28, 'month', 'new'),
]
