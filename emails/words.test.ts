import { describe, expect, it } from 'vitest'
import { type ClockLine, clockFacts, dateInWords, dueIn, earliestClock, plural } from './words'

const dayForms = { one: 'день', few: 'дня', many: 'дней' }

describe('plural', () => {
  it.each([
    [0, 'дней'],
    [1, 'день'],
    [2, 'дня'],
    [5, 'дней'],
    [11, 'дней'],
    [12, 'дней'],
    [21, 'день'],
    [22, 'дня'],
    [111, 'дней'],
    [121, 'день'],
  ])('declines %i in Russian', (n, word) => expect(plural('ru', n, dayForms)).toBe(word))

  it('refuses a number that has no whole form', () => {
    expect(() => plural('ru', 1.5, dayForms)).toThrow(RangeError)
  })
})

describe('dueIn', () => {
  it.each([
    [30, 'осталось 30 дней', '30 days left'],
    [21, 'остался 21 день', '21 days left'],
    [3, 'осталось 3 дня', '3 days left'],
    [1, 'остался 1 день', '1 day left'],
    [0, 'срок истекает сегодня', 'due today'],
    [-1, 'просрочено на 1 день', 'overdue by 1 day'],
    [-4, 'просрочено на 4 дня', 'overdue by 4 days'],
    [-12, 'просрочено на 12 дней', 'overdue by 12 days'],
  ])('says %i days in both languages', (daysLeft, ru, en) => {
    expect(dueIn({ daysLeft }, 'ru')).toBe(ru)
    expect(dueIn({ daysLeft }, 'en')).toBe(en)
  })
})

it('counts working days where the clock runs in them', () => {
  const said = (daysLeft: number) => [
    dueIn({ daysLeft, unit: 'working-days' }, 'ru'),
    dueIn({ daysLeft, unit: 'working-days' }, 'en'),
  ]
  expect([3, -1, -5].map(said)).toEqual([
    ['осталось 3 рабочих дня', '3 working days left'],
    ['просрочено на 1 рабочий день', 'overdue by 1 working day'],
    ['просрочено на 5 рабочих дней', 'overdue by 5 working days'],
  ])
})

describe('dateInWords', () => {
  it('names the weekday and puts the Russian month into the genitive', () => {
    expect(dateInWords('2026-12-31', 'ru')).toBe('31 декабря 2026 года (четверг)')
    expect(dateInWords('2026-12-31', 'en')).toBe('Thursday, 31 December 2026')
    expect(dateInWords('2027-05-01', 'ru')).toBe('1 мая 2027 года (суббота)')
  })

  it('refuses what is not a date', () => {
    expect(() => dateInWords('31.12.2026', 'ru')).toThrow(RangeError)
  })
})

const clocks: ClockLine[] = [
  { clock: 'response', dueOn: '2027-01-17', daysLeft: 8, lastWorkingDayOn: '2027-01-15' },
  { clock: 'answer', dueOn: '2027-01-12', daysLeft: 3, provisional: true },
]

describe('clocks', () => {
  it('list the earliest first, with the provisional mark and the safe day', () => {
    expect(clockFacts(clocks, 'ru')).toEqual([
      ['Ответ в срок по закону', '12 января 2027 года (вторник), дата предварительная, осталось 3 дня'],
      [
        'Ответ на обращение',
        '17 января 2027 года (воскресенье), осталось 8 дней; последний рабочий день до срока: 15 января 2027 года (пятница)',
      ],
    ])
  })

  it('name what each rests on', () => {
    const basis = { ru: '152-ФЗ, ч. 1 ст. 20', en: '152-FZ, art. 20(1)' }
    const [[, told]] = clockFacts([{ clock: 'answer', dueOn: '2027-01-12', daysLeft: 3, basis }], 'en') as [
      [string, string],
    ]
    expect(told).toBe('Tuesday, 12 January 2027, 3 days left; 152-FZ, art. 20(1)')
  })

  it('put a duty before the headline of the same day', () => {
    const same = (['response', 'stop'] as const).map((clock) => ({ clock, dueOn: '2027-01-12', daysLeft: 3 }))
    expect(earliestClock(same).clock).toBe('stop')
  })

  it('know the one that runs out first, and refuse an empty list', () => {
    expect(earliestClock(clocks).clock).toBe('answer')
    expect(() => earliestClock([])).toThrow(RangeError)
  })
})
