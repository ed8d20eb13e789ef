import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '@/db/enums'
import { csvRows, withoutFormulaMark } from './csv'

/** As a spreadsheet set to the language reads it. */
const read = (text: string, locale: 'ru' | 'en'): string[][] => parse(text, { delimiter: { ru: ';', en: ',' }[locale] })

describe('csvRows', () => {
  it('splits columns as spreadsheets of the language do', () => {
    expect(csvRows([['a', null, '2026-12-31']], 'ru')).toBe('a;;2026-12-31\r\n')
    expect(csvRows([['a', null, '2026-12-31']], 'en')).toBe('a,,2026-12-31\r\n')
  })

  it('quotes what would break a line', () => {
    const row = ['a;b', 'c,d', 'say "x"', 'two\nlines', 'plain']
    for (const locale of locales) expect(read(csvRows([row], locale), locale)).toEqual([row])
  })

  it('is read back as it was, once what keeps formulas from running is taken off', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...`'=+-@\t\rя`) }))
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 })
    for (const locale of locales)
      fc.assert(
        fc.property(rows, (all) => {
          expect(read(csvRows(all, locale), locale).map((row) => row.map(withoutFormulaMark))).toEqual(all)
        }),
        { numRuns: 1_000 },
      )
  })

  it.each(['=1+1', '+7', '-1', '@sum', '\tx', '\rx'])('makes plain text of %j', (formula) => {
    for (const locale of locales)
      expect(read(csvRows([[formula, 'x']], locale), locale)).toEqual([[`'${formula}`, 'x']])
  })
})
