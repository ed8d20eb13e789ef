import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEpochDay, toEpochDay } from '@/lib/core/calendar-date'
import { cleanDate, dateFault, writeDate } from './dates'

describe('a date', () => {
  it.each([
    ...[
      '31.12.1985',
      '31/12/1985',
      '31-12-1985',
      '31 12 1985',
      '31,12,1985',
      '31.12.1985 г.',
      '31.12.1985г',
      '31121985',
    ],
    ...[
      '1985-12-31',
      '1985.12.31',
      '31 декабря 1985',
      '31 декабря 1985 года',
      '31 дек. 1985',
      '31 Dec 1985',
      '31‑12‑1985',
    ],
    ...[' 31.\u00A012.\u200B1985 ', '３１．１２．１９８５', '31.12.1985г.р.', '«31» декабря 1985 г.'],
    ...['December 31, 1985', 'Dec 31 1985', '31st of December 1985', '31 декабря 1985 года рождения'],
  ])('%j', (typed) => {
    expect(cleanDate(typed)).toBe('1985-12-31')
    expect(dateFault('1985-12-31')).toBeUndefined()
  })

  it.each([
    ['1.3.1990', '1990-03-01'],
    ['1 марта 1990', '1990-03-01'],
    ['1 мая 1990', '1990-05-01'],
    ['1 Май 1990', '1990-05-01'],
    ['1 June 1990', '1990-06-01'],
  ])('%j is %j', (typed, date) => expect(cleanDate(typed)).toBe(date))

  it.each([
    ['31.12', 'dateIncomplete'],
    ['31.12.85', 'dateIncomplete'],
    ['..1985', 'dateIncomplete'],
    ['1985', 'dateIncomplete'],
    ['вчера', 'dateIncomplete'],
    ['31 ноемврия 1985 1', 'dateIncomplete'],
    ['31.02.1985', 'badDate'],
    ['29.02.2025', 'badDate'],
    ['12/31/1985', 'badDate'],
    ['00.00.0000', 'badDate'],
    ['31.12.1885', 'dateTooFar'],
    ['31.12.2985', 'dateTooFar'],
  ])('%j is told as %s, and kept as typed or read', (typed, fault) => {
    expect(dateFault(cleanDate(typed))).toBe(fault)
  })

  it('is the same however it is written', () => {
    const day = fc.integer({ min: toEpochDay('1900-01-01'), max: toEpochDay('2100-12-31') })
    fc.assert(
      fc.property(day, fc.constantFrom('.', '/', '-', ' ', '. '), (at, separator) => {
        const date = fromEpochDay(at)
        const [year, month, dayOfMonth] = date.split('-')
        expect(cleanDate(date)).toBe(date)
        expect(cleanDate(writeDate(date))).toBe(date)
        expect(cleanDate([dayOfMonth, month, year].join(separator))).toBe(date)
        expect(cleanDate([Number(dayOfMonth), Number(month), year].join(separator))).toBe(date)
        expect(dateFault(date)).toBeUndefined()
      }),
    )
  })
})
