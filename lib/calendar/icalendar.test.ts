import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/core/calendar-date'
import { formatICalendar, parseICalendar } from './icalendar'
import { type CalendarDay, daysOfYear } from './model'
import { officialCalendar as calendar } from './official'

const stampedAt = new Date('2026-11-21T09:30:15.123Z')

const file = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => file('BEGIN:VEVENT', ...lines, 'END:VEVENT')

const faults = (text: string) => {
  const result = parseICalendar(text, 2027)
  return result.ok ? [] : result.errors.map(({ line, fault }) => `${line} ${fault}`)
}

describe('export', () => {
  it('writes an all-day event a day', () => {
    const days: CalendarDay[] = [{ date: '2027-12-31', kind: 'day-off', note: 'Перенос, с 3.01; \\ и\nещё' }]
    expect(formatICalendar(days, stampedAt).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Subject rights portal//Production calendar//RU',
      'BEGIN:VEVENT',
      'UID:2027-12-31@production-calendar.subject-rights-portal',
      'DTSTAMP:20261121T093015Z',
      'DTSTART;VALUE=DATE:20271231',
      'DTEND;VALUE=DATE:20280101',
      'SUMMARY:Перенос\\, с 3.01\\; \\\\ и\\nещё',
      'CATEGORIES:DAY-OFF',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('folds at 75 octets without breaking a character', () => {
    const note = 'День защитника Отечества 😀 '.repeat(12)
    const text = formatICalendar([{ date: '2027-02-23', kind: 'holiday', note }], stampedAt)
    const lengths = text.split('\r\n').map((line) => Buffer.byteLength(line))
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75)
    expect(Math.max(...lengths)).toBeGreaterThan(70)
    expect(text).not.toContain('\uFFFD')
    expect(text.replaceAll('\r\n ', '')).toContain(note)
  })
})

describe('import', () => {
  it.each([2024, 2025, 2026, 2027])('reads back what was exported of %i', (year) => {
    const days = daysOfYear(calendar, year)
    expect(parseICalendar(formatICalendar(days, stampedAt), year)).toEqual({ ok: true, days })
  })

  it('reads back any note, its line ends as one kind', () => {
    const note = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'\\;,:n"\n я😀'), maxLength: 99 }),
    )
    const day = fc.record({ kind: fc.constantFrom<CalendarDay['kind']>('holiday', 'day-off', 'working'), note })
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 3 }), (list) => {
        const days = list.map((rest, n) => ({ date: addDays('2027-01-01', n), ...rest }))
        expect(parseICalendar(formatICalendar(days, stampedAt), 2027)).toEqual({ ok: true, days })
      }),
      { numRuns: 300 },
    )
    const [crlf] = [{ date: '2027-01-01', kind: 'holiday', note: 'a\r\nb\rc' }] as const
    expect(parseICalendar(formatICalendar([crlf], stampedAt), 2027)).toEqual({
      ok: true,
      days: [{ ...crlf, note: 'a\nb\nc' }],
    })
  })

  it('takes what other programs write: parameters, alarms, zones, several days, bare line feeds', () => {
    const text = event(
      'DTSTART;VALUE=DATE:20270101',
      'DTEND;VALUE=DATE:20270103',
      'SUMMARY;LANGUAGE=ru;ALTREP="https://example.org/a:b":Новый',
      '\t год',
      'categories:Holiday',
      'BEGIN:VALARM',
      'SUMMARY:alarm',
      'END:VALARM',
    )
    const zone = 'BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n'
    const mixed = text.replace('BEGIN:VEVENT', `${zone}BEGIN:VEVENT`).replaceAll('\r\n', '\n')
    expect(parseICalendar(`\uFEFF${mixed}`, 2027)).toEqual({
      ok: true,
      days: [
        { date: '2027-01-01', kind: 'holiday', note: 'Новый год' },
        { date: '2027-01-02', kind: 'holiday', note: 'Новый год' },
      ],
    })
  })

  it('takes a day without an end as one day', () => {
    expect(parseICalendar(event('DTSTART:20270220', 'CATEGORIES:WORKING'), 2027)).toEqual({
      ok: true,
      days: [{ date: '2027-02-20', kind: 'working', note: '' }],
    })
  })

  it.each([
    ['a time', event('DTSTART:20270101T090000Z', 'CATEGORIES:HOLIDAY'), '3 not-all-day'],
    ['a duration', event('DTSTART:20270101', 'DURATION:P2D', 'CATEGORIES:HOLIDAY'), '4 not-all-day'],
    ['a recurrence', event('DTSTART:20270101', 'RRULE:FREQ=YEARLY', 'CATEGORIES:HOLIDAY'), '4 recurring'],
    ['no start', event('CATEGORIES:HOLIDAY'), '2 bad-date'],
    ['no such day', event('DTSTART:20270229', 'CATEGORIES:HOLIDAY'), '3 bad-date'],
    ['an end before the start', event('DTSTART:20270102', 'DTEND:20270101', 'CATEGORIES:HOLIDAY'), '4 bad-date'],
    ['an end on the start', event('DTSTART:20270101', 'DTEND:20270101', 'CATEGORIES:HOLIDAY'), '4 bad-date'],
    ['an end far away', event('DTSTART:20270102', 'DTEND:99990101', 'CATEGORIES:HOLIDAY'), '4 other-year'],
    ['no kind', event('DTSTART:20270101', 'SUMMARY:Dinner'), '2 bad-kind'],
    ['another year', event('DTSTART:20260101', 'CATEGORIES:HOLIDAY'), '2 other-year'],
    [
      'an end that is missing',
      file('BEGIN:VEVENT', 'DTSTART:20270101').replace('END:VCALENDAR\r\n', ''),
      '3 truncated',
    ],
    ['a wrong end', file('BEGIN:VEVENT', 'END:VTODO'), '3 not-a-calendar'],
    ['no event', file(), '1 empty'],
    ['another format', 'date,kind,note\n2027-01-01,holiday,', '1 not-a-calendar'],
    ['nothing', '', '1 not-a-calendar'],
  ])('refuses %s', (_, text, fault) => expect(faults(text)).toEqual([fault]))

  it('reads nothing of a file with one faulty event, and names a day given twice', () => {
    const day = ['BEGIN:VEVENT', 'DTSTART:20270101', 'CATEGORIES:HOLIDAY', 'END:VEVENT']
    expect(faults(file(...day, ...day))).toEqual(['6 duplicate'])
  })
})
