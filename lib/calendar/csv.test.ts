import fc from 'fast-check'
import { type Locale, locales } from '@/db/enums'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/core/calendar-date'
import { formatCalendarCsv, parseCalendarCsv } from './csv'
import { type CalendarDay, daysOfYear } from './model'
import { officialCalendar as calendar } from './official'

const parse = (...lines: string[]) => parseCalendarCsv(['date,kind,note', ...lines].join('\n'), 2027)

const faults = (...lines: string[]) => {
  const result = parse(...lines)
  return result.ok ? [] : result.errors.map(({ line, fault }) => `${line} ${fault}`)
}

describe('export', () => {
  it('is what spreadsheets of the language open in columns', () => {
    const days = daysOfYear(calendar, 2027)
    expect(formatCalendarCsv(days, 'ru').split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFdate;kind;note',
      '2027-01-01;holiday;Новогодние каникулы',
    ])
    expect(formatCalendarCsv(days, 'en').split('\r\n')).toContain('2027-02-22,day-off,Выходной перенесён с 20.02.2027')
  })

  it('hands no formula to a spreadsheet', () => {
    const csv = formatCalendarCsv([{ date: '2027-01-01', kind: 'holiday', note: '=HYPERLINK("x";"y")' }], 'ru')
    expect(csv).toContain(`"'=HYPERLINK(""x"";""y"")"`)
  })
})

describe('import', () => {
  it.each(locales)('reads back what was exported in %s', (locale) => {
    for (const year of [2024, 2025, 2026, 2027]) {
      const days = daysOfYear(calendar, year)
      expect(parseCalendarCsv(formatCalendarCsv(days, locale), year)).toEqual({ ok: true, days })
    }
  })

  it('reads back any note', () => {
    const note = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...`'"=-+@,;\r\n\tя`) }))
    const day = fc.record({ kind: fc.constantFrom<CalendarDay['kind']>('holiday', 'day-off', 'working'), note })
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Locale>('ru', 'en'),
        (list, locale) => {
          const days = list.map((rest, n) => ({ date: addDays('2027-01-01', n), ...rest }))
          expect(parseCalendarCsv(formatCalendarCsv(days, locale), 2027)).toEqual({ ok: true, days })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('takes what a Russian spreadsheet saves: a byte order mark, semicolons, CRLF and blank lines', () => {
    const text = '\uFEFFDate;Kind;Note\r\n\r\n2027-02-20;working;"Рабочая; суббота"\r\n2027-01-01; holiday ;\r\n\r\n'
    expect(parseCalendarCsv(text, 2027)).toEqual({
      ok: true,
      days: [
        { date: '2027-01-01', kind: 'holiday', note: '' },
        { date: '2027-02-20', kind: 'working', note: 'Рабочая; суббота' },
      ],
    })
  })

  it.each([
    ['a Russian Excel, after it was opened and saved', 'date;kind;note\r\n01.01.2027;holiday;"Новый; год"\r\n'],
    ['the same with single digits', 'date;kind;note\r\n1.1.2027;holiday;"Новый; год"\r\n'],
    ['an English Excel', 'date,kind,note\r\n2027-01-01,holiday,Новый; год\r\n'],
    ['Excel as Unicode text', '\uFEFFdate\tkind\tnote\r\n01.01.2027\tholiday\tНовый; год\r\n'],
    ['Google', 'date,kind,note\n2027-01-01,holiday,Новый; год'],
    ['an Excel that was told to name its separator', 'sep=;\r\ndate;kind;note\r\n01.01.2027;holiday;"Новый; год"\r\n'],
    ['somebody who names the columns in Russian', 'Дата;Вид дня;Пояснение\r\n01.01.27;Праздник;"Новый; год"\r\n'],
    [
      'somebody with columns of their own',
      '№;Примечание;Тип дня;День\r\n1;"Новый; год";нерабочий праздничный день;1.1.27\r\n',
    ],
    ['somebody who says it in the name alone', 'Subject,Start Date\nНовый; год,2027-01-01\n'],
    ['Excel with columns that it did not fill', 'date;kind;note;;\r\n01.01.2027;holiday;"Новый; год";;\r\n;;;;\r\n'],
  ])('takes what is written by %s', (_, text) => {
    expect(parseCalendarCsv(text, 2027)).toEqual({
      ok: true,
      days: [{ date: '2027-01-01', kind: 'holiday', note: 'Новый; год' }],
    })
  })

  it.each(['31.02.2027', '1.13.2027', '01.01.7', '1/2/2027'])('refuses the date %s', (date) => {
    expect(faults(`${date},holiday,`)).toEqual(['2 bad-date'])
  })

  it.each([
    ['Рабочая суббота (выходной перенесён на 22.02)', 'working'],
    ['Выходной за рабочую субботу 20.02', 'day-off'],
    ['Нерабочий день', 'day-off'],
    ['Нерабочий праздничный день', 'holiday'],
    ['Праздничный выходной', 'holiday'],
    ['Working Saturday', 'working'],
    ['Non-working holiday', 'holiday'],
    ['Day off for 20 February', 'day-off'],
  ] as const)('knows by its name what the day is: %s', (name, kind) => {
    for (const text of [`date,note\n2027-02-19,${name}`, `date,kind\n2027-02-19,${name}`])
      expect(parseCalendarCsv(text, 2027)).toMatchObject({ ok: true, days: [{ kind }] })
  })

  it('does not guess where nothing tells', () => {
    expect(parseCalendarCsv('date,note\n2027-02-19,Обед\n2027-03-08,Женский день\n2027-01-02,', 2027)).toMatchObject({
      errors: [
        { line: 2, fault: 'bad-kind' },
        { line: 4, fault: 'bad-kind' },
      ],
    })
  })

  it('names every faulty line, and reads nothing of the file', () => {
    expect(
      faults(
        '2027-01-01,holiday,fine',
        '2027-02-29,holiday,',
        '2027-01-02,feast,',
        '2026-01-02,holiday,',
        '2027-01-01,holiday,again',
        '2027-01-03',
        '02/01/2027,holiday,',
      ),
    ).toEqual(['3 bad-date', '4 bad-kind', '5 other-year', '6 duplicate', '7 bad-columns', '8 bad-date'])
  })

  it('counts the lines inside quotes', () => {
    expect(faults('2027-01-01,holiday,"one\ntwo"', '', '2027-13-01,holiday,')).toEqual(['5 bad-date'])
  })

  it.each([
    ['2027-01-01,holiday,"open', '2 bad-quotes'],
    ['2027-01-01,holiday,"closed" late', '2 bad-quotes'],
    ['2027-01-01,holiday,note,more', '2 bad-columns'],
  ])('refuses %s', (line, fault) => expect(faults(line)).toEqual([fault]))

  it('refuses a file of nothing, or of something else', () => {
    expect(parseCalendarCsv('', 2027)).toEqual({
      ok: false,
      reason: 'unreadable',
      errors: [{ line: 1, fault: 'empty' }],
    })
    expect(faults()).toEqual(['1 empty'])
    expect(parseCalendarCsv('weekday,colour\n2027-01-01,holiday', 2027)).toMatchObject({
      errors: [{ line: 1, fault: 'bad-header' }],
    })
  })

  it('stops naming lines after twenty', () => {
    expect(faults(...Array.from({ length: 1000 }, () => 'x,y,z'))).toHaveLength(20)
  })
})
