import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAt, localDate } from './zoned'

const at = (text: string) => new Date(text)

describe('localDate', () => {
  it.each([
    // One instant, three dates of receipt: Kaliningrad is UTC+2, Moscow UTC+3, Kamchatka UTC+12.
    ['2026-12-31T20:59:59Z', 'Europe/Moscow', '2026-12-31'],
    ['2026-12-31T21:00:00Z', 'Europe/Moscow', '2027-01-01'],
    ['2026-12-31T21:00:00Z', 'Europe/Kaliningrad', '2026-12-31'],
    ['2026-12-31T22:00:00Z', 'Europe/Kaliningrad', '2027-01-01'],
    ['2026-12-31T11:59:59.999Z', 'Asia/Kamchatka', '2026-12-31'],
    ['2026-12-31T12:00:00Z', 'Asia/Kamchatka', '2027-01-01'],
    ['2026-12-31T19:00:00Z', 'Asia/Yekaterinburg', '2027-01-01'],
    ['2024-02-28T21:00:00Z', 'Europe/Moscow', '2024-02-29'],
    ['2025-02-28T21:00:00Z', 'Europe/Moscow', '2025-03-01'],
    // Berlin's midnight is 23:00Z in winter, 22:00Z in summer.
    ['2026-03-28T22:59:59Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-29T21:59:59Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-10-25T22:59:59Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T23:00:00Z', 'Europe/Berlin', '2026-10-26'],
    // Moscow kept summer time until 2010.
    ['2010-07-01T20:00:00Z', 'Europe/Moscow', '2010-07-02'],
  ])('%s in %s is %s', (instant, zone, date) => expect(localDate(at(instant), zone)).toBe(date))

  it('refuses an unknown zone and an invalid instant', () => {
    expect(() => localDate(at('2026-01-01T00:00:00Z'), 'Europe/Atlantis')).toThrow(RangeError)
    expect(() => localDate(new Date(Number.NaN), 'Europe/Moscow')).toThrow(RangeError)
  })
})

describe('instantAt', () => {
  it.each([
    ['2026-12-31', '09:00', 'Europe/Moscow', '2026-12-31T06:00:00.000Z'],
    ['2026-12-31', '09:00', 'Asia/Kamchatka', '2026-12-30T21:00:00.000Z'],
    ['2026-12-31', '09:00', 'Europe/Kaliningrad', '2026-12-31T07:00:00.000Z'],
    ['2024-02-29', '00:00', 'Europe/Moscow', '2024-02-28T21:00:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, instant) =>
    expect(instantAt(date, time, zone).toISOString()).toBe(instant),
  )

  it('refuses a date, a time or a zone that does not exist', () => {
    expect(() => instantAt('2025-02-29', '09:00', 'Europe/Moscow')).toThrow(RangeError)
    expect(() => instantAt('2026-01-01', '25:00', 'Europe/Moscow')).toThrow(RangeError)
    expect(() => instantAt('2026-01-01', '09:00', 'Nowhere')).toThrow(RangeError)
  })
})

describe('the start of a day', () => {
  it('is midnight, or the first minute after a change of the clocks at midnight', () => {
    expect(instantAt('2026-03-29', '00:00', 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(instantAt('2018-11-04', '00:00', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z')
  })

  it('is the first instant of its date in any zone', () => {
    const zone = fc.constantFrom('Asia/Kamchatka', 'Europe/Kaliningrad', 'Europe/Berlin', 'America/Sao_Paulo')
    const time = fc.date({ min: at('2005-01-01T00:00:00Z'), max: at('2031-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(time, zone, (instant, timeZone) => {
        const date = localDate(instant, timeZone)
        const start = instantAt(date, '00:00', timeZone)
        expect(start.getTime()).toBeLessThanOrEqual(instant.getTime())
        expect(localDate(start, timeZone)).toBe(date)
        expect(localDate(new Date(start.getTime() - 1), timeZone)).not.toBe(date)
      }),
      { numRuns: 300 },
    )
  })
})
