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
    ['a time', event('DTSTART:20270101T090000Z', 'CATEGORIES:HOLIDAY'), '2 not-all-day'],
    ['some hours', event('DTSTART:20270101', 'DURATION:PT2H', 'CATEGORIES:HOLIDAY'), '2 not-all-day'],
    ['what is each week', event('DTSTART:20270101', 'RRULE:FREQ=WEEKLY', 'CATEGORIES:HOLIDAY'), '2 recurring'],
    [
      'what is on no day',
      event('DTSTART:20270101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'CATEGORIES:HOLIDAY'),
      '2 recurring',
    ],
    ['what never comes', event('DTSTART:20270101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), '2 recurring'],
    ['no start', event('CATEGORIES:HOLIDAY'), '2 bad-date'],
    ['no such day', event('DTSTART:20270229', 'CATEGORIES:HOLIDAY'), '2 bad-date'],
    ['an end before the start', event('DTSTART:20270102', 'DTEND:20270101', 'CATEGORIES:HOLIDAY'), '2 bad-date'],
    ['an end on the start', event('DTSTART:20270101', 'DTEND:20270101', 'CATEGORIES:HOLIDAY'), '2 bad-date'],
    ['no kind', event('DTSTART:20270405', 'SUMMARY:Dinner'), '2 bad-kind'],
    ['another year', event('DTSTART:20260101', 'CATEGORIES:HOLIDAY'), '2 other-year'],
    [
      'an end that is missing',
      file('BEGIN:VEVENT', 'DTSTART:20270101').replace('END:VCALENDAR\r\n', ''),
      '3 truncated',
    ],
    ['an event of nothing', file('BEGIN:VEVENT', 'END:VEVENT'), '2 bad-date'],
    ['no event', file(), '1 empty'],
    ['another format', 'date,kind,note\n2027-01-01,holiday,', '1 not-a-calendar'],
    ['nothing', '', '1 not-a-calendar'],
  ])('refuses %s', (_, text, fault) => expect(faults(text)).toEqual([fault]))

  it('reads nothing of a file with one faulty event, and names a day that is said to be two things', () => {
    const day = (kind: string) => ['BEGIN:VEVENT', 'DTSTART:20270101', `CATEGORIES:${kind}`, 'END:VEVENT']
    expect(faults(file(...day('HOLIDAY'), ...day('WORKING')))).toEqual(['6 duplicate'])
    expect(faults(file(...day('HOLIDAY'), ...day('HOLIDAY')))).toEqual([])
  })

  it('folds and unfolds whatever is written by others', () => {
    const text = event(
      'DTSTART;VALUE=DATE:20270223',
      'SUMMARY:День защит\r\n ника Отече\r\n ства',
      'CATEGORIES:HOLIDAY',
    )
    expect(parseICalendar(text, 2027)).toMatchObject({ days: [{ note: 'День защитника Отечества' }] })
  })
})

describe('a calendar of', () => {
  const kindsOf = (text: string, year = 2027) => {
    const read = parseICalendar(text, year)
    return read.ok ? Object.fromEntries(read.days.map(({ date, kind }) => [date, kind])) : read.errors
  }

  it('Google: holidays of several years without a category, and days that only have a name', () => {
    const holiday = (date: string, end: string, name: string, what: string) => [
      ...['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${date}`, `DTEND;VALUE=DATE:${end}`, 'DTSTAMP:20261120T090000Z'],
      ...[`UID:${date}_x@google.com`, 'CLASS:PUBLIC', `DESCRIPTION:${what}`, 'SEQUENCE:0', 'STATUS:CONFIRMED'],
      ...[`SUMMARY:${name}`, 'TRANSP:TRANSPARENT', 'END:VEVENT'],
    ]
    const text = file(
      ...['PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
      ...['X-WR-CALNAME:Праздники РФ', 'X-WR-TIMEZONE:UTC'],
      ...holiday('20260101', '20260102', 'Новый год', 'Государственный праздник'),
      ...holiday('20270101', '20270102', 'Новый год', 'Государственный праздник'),
      ...holiday('20270103', '20270105', 'Новогодние каникулы', 'Государственный праздник'),
      ...holiday('20270214', '20270215', 'День святого Валентина', 'Праздник\\, не являющийся выходным\\nЧтобы скрыть'),
      ...holiday('20270220', '20270221', 'Рабочий день (перенос с 22 февраля)', 'Памятный день').filter(
        (line) => !line.startsWith('DESCRIPTION'),
      ),
      ...holiday('20270222', '20270223', 'Выходной (перенос с 20 февраля)', 'Public holiday').filter(
        (line) => !line.startsWith('DESCRIPTION'),
      ),
      ...holiday('20270612', '20270613', 'День России', ''),
      ...holiday('20271225', '20271226', 'Christmas', 'Observance\\nTo hide observances'),
    )
    expect(kindsOf(text)).toEqual({
      ...{ '2027-01-01': 'holiday', '2027-01-03': 'holiday', '2027-01-04': 'holiday', '2027-02-20': 'working' },
      ...{ '2027-02-22': 'day-off', '2027-06-12': 'holiday' },
    })
  })

  it('Outlook: midnights of its own zone, each year, an alarm', () => {
    const text = file(
      ...['PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN', 'VERSION:2.0', 'METHOD:PUBLISH'],
      ...['BEGIN:VTIMEZONE', 'TZID:Russian Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'],
      ...['TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE'],
      ...['BEGIN:VEVENT', 'CATEGORIES:Праздник', 'DTSTART;TZID="Russian Standard Time":20270509T000000'],
      ...['DTEND;TZID="Russian Standard Time":20270510T000000', 'SUMMARY;LANGUAGE=ru:День Победы'],
      ...['X-MICROSOFT-CDO-BUSYSTATUS:OOF', 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'END:VALARM', 'END:VEVENT'],
      ...['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20200501', 'DTEND;VALUE=DATE:20200502', 'RRULE:FREQ=YEARLY'],
      ...['EXDATE;VALUE=DATE:20260501', 'SUMMARY:Нерабочий праздничный день', 'END:VEVENT'],
      ...['BEGIN:VEVENT', 'DTSTART:20270509T210000Z', 'DTEND:20270510T210000Z', 'SUMMARY:Выходной день', 'END:VEVENT'],
    )
    expect(kindsOf(text)).toEqual({ '2027-05-01': 'holiday', '2027-05-09': 'holiday', '2027-05-10': 'day-off' })
    expect(kindsOf(text, 2026)).toEqual([{ line: 13, fault: 'other-year' }])
    expect(kindsOf(text, 2025)).toEqual({ '2025-05-01': 'holiday' })
  })

  it('others: over the turn of the year, for some days, cancelled, in two parts', () => {
    const text =
      file(
        ...['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270103'],
        ...['SUMMARY:Новогодние каникулы', 'END:VEVENT'],
        ...['BEGIN:VEVENT', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20270401', 'SUMMARY:Выходной', 'END:VEVENT'],
      ) + event('DTSTART;VALUE=DATE:20270502', 'DURATION:P2D', 'SUMMARY:day off')
    expect(kindsOf(text)).toEqual({
      ...{ '2027-01-01': 'holiday', '2027-01-02': 'holiday', '2027-05-02': 'day-off', '2027-05-03': 'day-off' },
    })
    expect(kindsOf(text, 2026)).toEqual({ '2026-12-30': 'holiday', '2026-12-31': 'holiday' })
  })
})
